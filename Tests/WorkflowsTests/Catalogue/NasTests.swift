// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// File share backup jobs.
@Suite struct NasTests {
    typealias Setting = CatalogueTests.Setting
    typealias Call = Rehearsal.Call

    private static let job = ["job": "Project Files Backup"]

    @Test(arguments: Setting.all) func lists(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let jobs = try await rehearsal.reads("list-nas-jobs")
        #expect(jobs.texts("jobs", "name") == ["Project Files Backup", "Home Directories Backup"])
        #expect(jobs.texts("jobs", "scheduleEnabled") == ["true", "true"])
        let uid = try #require(jobs.texts("jobs", "uid").first)
        for input in ["Project Files Backup", uid] {
            let one = try await rehearsal.reads("show-nas-job", ["job": input])
            #expect(one["job"]?["Description"]?.scalar == "Changed files, every night")
        }
        try await rehearsal.refuses("show-nas-job", ["job": "Nightly"], .itemMissing)
        let servers = try await rehearsal.reads("list-file-servers")
        #expect(servers.texts("fileServers", "type") == ["SmbServer", "NfsServer"])
        #expect(servers.texts("fileServers", "name").last == "nfs01.example.test:/export/home")
    }

    @Test(arguments: Setting.all) func startsAndStops(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) {
            $0.jobSessionDuration = .seconds(600)
            $0.effectDelay = .seconds(2)
        }
        let started = try await rehearsal.changes("start-nas-job", Self.job, again: .failed, furtherWrites: 1)
        #expect(started["session"]?["name"]?.scalar?.hasPrefix("Project Files Backup@") == true)
        let record = try await rehearsal.runs(
            [
                Call("stop-nas-job", Self.job), Call("start-nas-job", Self.job), Call("retry-nas-job", Self.job),
                Call("stop-nas-job", Self.job), Call("stop-nas-job", Self.job),
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
                Call("retry-nas-job", ["job": "Project Files Backup"]), Call("start-nas-job", Self.job),
                Call("retry-nas-job", Self.job),
            ],
            [.unchanged, .changed, .changed],
            writes: 2
        ) { laboratory, _ in laboratory.time.pass(.seconds(60)) }
        #expect(record.results[0].message.contains("ended as Success"), "\(record.results[0].message)")
        #expect(record.results[2].outputs["session"]?["uid"] != record.results[1].outputs["session"]?["uid"])
    }

    @Test(arguments: Setting.all) func switchesTheSchedule(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        _ = try await rehearsal.changes("disable-nas-job", Self.job)
        let record = try await rehearsal.runs(
            [
                Call("enable-nas-job", Self.job), Call("disable-nas-job", Self.job), Call("list-nas-jobs"),
                Call("enable-nas-job", Self.job), Call("show-nas-job", Self.job),
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
                Call("list-nas-jobs"), Call("start-nas-job", Self.job), Call("disable-nas-job", Self.job),
                Call("list-file-servers"),
            ],
            [.read, .changed, .changed, .read],
            writes: 2
        )
    }
}
