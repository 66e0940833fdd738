// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Jobs of agents, and the computers they protect.
@Suite struct AgentsTests {
    typealias Setting = CatalogueTests.Setting
    typealias Call = Rehearsal.Call

    private static let job = ["job": "Linux Hosts Backup"]

    @Test(arguments: Setting.all) func lists(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let jobs = try await rehearsal.reads("list-agent-jobs")
        #expect(jobs.texts("jobs", "name") == ["Physical Servers Backup", "Linux Hosts Backup"])
        #expect(jobs.texts("jobs", "scheduleEnabled") == ["true", "true"])
        let uid = try #require(jobs.texts("jobs", "uid").first)
        for input in ["Physical Servers Backup", uid] {
            let one = try await rehearsal.reads("show-agent-job", ["job": input])
            #expect(one["job"]?["Description"]?.scalar == "Every computer of the group Physical Servers")
        }
        try await rehearsal.refuses("show-agent-job", ["job": "Nightly"], .itemMissing)
        let groups = try await rehearsal.reads("list-protection-groups")
        #expect(groups.texts("groups", "name") == ["Physical Servers", "Linux Hosts"])
        let all = try await rehearsal.reads("list-discovered-computers")
        #expect(all.texts("computers", "name").count == 5)
        let linux = try await rehearsal.reads("list-discovered-computers", ["group": "Linux Hosts"])
        #expect(linux.texts("computers", "name") == ["ora01.example.test", "git01.example.test"])
        #expect(linux.texts("computers", "status") == ["Online", "Online"])
    }

    @Test(arguments: Setting.all) func startsAndStops(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) {
            $0.jobSessionDuration = .seconds(600)
            $0.effectDelay = .seconds(2)
        }
        let started = try await rehearsal.changes("start-agent-job", Self.job, again: .failed, furtherWrites: 1)
        #expect(started["session"]?["name"]?.scalar?.hasPrefix("Linux Hosts Backup@") == true)
        let record = try await rehearsal.runs(
            [
                Call("stop-agent-job", Self.job), Call("start-agent-job", Self.job), Call("retry-agent-job", Self.job),
                Call("stop-agent-job", Self.job), Call("stop-agent-job", Self.job),
            ],
            [.unchanged, .changed, .failed, .changed, .unchanged],
            writes: 2
        )
        #expect(record.results[2].message.contains("is running"), "\(record.results[2].message)")
    }

    @Test(arguments: Setting.all) func retriesWhatFailed(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.jobSessionResult = "Failed" }
        let record = try await rehearsal.runs(
            [
                Call("retry-agent-job", ["job": "Physical Servers Backup"]), Call("start-agent-job", Self.job),
                Call("retry-agent-job", Self.job),
            ],
            [.unchanged, .changed, .changed],
            writes: 2
        ) { laboratory, _ in laboratory.time.pass(.seconds(60)) }
        #expect(record.results[0].message.contains("ended as Success"), "\(record.results[0].message)")
        #expect(record.results[2].outputs["session"]?["uid"] != record.results[1].outputs["session"]?["uid"])
    }

    @Test(arguments: Setting.all) func switchesTheSchedule(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        _ = try await rehearsal.changes("disable-agent-job", Self.job)
        let record = try await rehearsal.runs(
            [
                Call("enable-agent-job", Self.job), Call("disable-agent-job", Self.job), Call("list-agent-jobs"),
                Call("enable-agent-job", Self.job), Call("show-agent-job", Self.job),
            ],
            [.unchanged, .changed, .read, .changed, .read],
            writes: 2
        )
        let states = record.results[2].outputs["jobs"]?.elements?.compactMap { $0["scheduleEnabled"]?.scalar }
        #expect(states?.sorted() == ["false", "true"])
        #expect(record.results[4].outputs["job"]?["ScheduleEnabled"]?.scalar == "true")
    }

    @Test(arguments: Setting.all, ["v1_5", "v1_6"]) func olderVersions(
        _ setting: Setting,
        _ version: String
    ) async throws {
        _ = try await Rehearsal(setting, apiVersion: version).runs(
            [
                Call("list-agent-jobs"), Call("start-agent-job", Self.job), Call("disable-agent-job", Self.job),
                Call("list-discovered-computers"),
            ],
            [.read, .changed, .changed, .read],
            writes: 2
        )
    }
}
