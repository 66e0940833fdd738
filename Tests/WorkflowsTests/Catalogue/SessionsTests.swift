// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Runs of jobs, what they did to each machine, and the tasks of a logon session.
@Suite struct SessionsTests {
    typealias Setting = CatalogueTests.Setting
    typealias Call = Rehearsal.Call

    @Test(arguments: Setting.all) func lists(_ setting: Setting) async throws {
        let record = try await Rehearsal(setting).reads("list-sessions")
        #expect(
            record.texts("sessions", "job").prefix(5)
                == ["Nightly", "SQL Servers", "Archive Copy", "Offsite Copy", "Lab (disabled)"]
        )
        #expect(
            record.texts("sessions", "result").prefix(5) == ["Success", "Failed", "Warning", "Success", "Success"]
        )
        // Those of agents and file shares are among them.
        #expect(record.texts("sessions", "jobType").contains("NasBackup"))
        #expect(record.texts("sessions", "state").allSatisfy { $0 == "Stopped" })
        #expect(record.texts("replicaSessions", "job") == ["DC Replication"])
        #expect(record.texts("sessions", "ended").allSatisfy { $0.hasPrefix("2026-01-1") })
    }

    @Test(arguments: Setting.all, ["Nightly", "DC Replication", "Offsite Copy"]) func ofAJob(
        _ setting: Setting,
        _ name: String
    ) async throws {
        let record = try await Rehearsal(setting).reads("list-job-sessions", ["job": name])
        #expect(record.texts("sessions", "name").count == 1)
        #expect(record.texts("sessions", "name").allSatisfy { $0.hasPrefix(name + "@") })
        let kind = name == "DC Replication" ? "ReplicaJobSession" : "BackupJobSession"
        #expect(record.texts("sessions", "uid").allSatisfy { $0.hasPrefix("urn:veeam:\(kind):") })
    }

    @Test(arguments: Setting.all, ["Nightly", "DC Replication"]) func theLatest(
        _ setting: Setting,
        _ name: String
    ) async throws {
        let rehearsal = Rehearsal(setting) {
            $0.jobSessionResult = "Warning"
            $0.jobSessionDuration = .seconds(60)
        }.changingQueries
        let last = Call("last-session-of-job", ["job": name])
        let record = try await rehearsal.runs(
            [last, Call("start-job", ["job": name]), last, last],
            [.read, .changed, .read, .read],
            writes: 1
        ) { laboratory, index in
            if index == 2 { laboratory.time.pass(.seconds(120)) }
        }
        let seen = record.results.map { $0.outputs["session"] }
        #expect([seen[0], seen[2], seen[3]].map { $0?["Result"]?.scalar } == ["Success", "None", "Warning"])
        #expect(seen[3]?["State"]?.scalar == "Stopped")
        #expect(seen[2]?["UID"]?.scalar == record.results[1].outputs["session"]?["uid"]?.scalar)
        #expect(seen[2]?["UID"]?.scalar == seen[3]?["UID"]?.scalar)
    }

    @Test(arguments: Setting.all) func aJobThatNeverRan(_ setting: Setting) async throws {
        let clone = ["job": "Nightly", "name": "Twin", "repository": "Backup Vol 02"]
        let record = try await Rehearsal(setting).changingQueries.runs(
            [Call("clone-job", clone), Call("last-session-of-job", ["job": "Twin"])],
            [.changed, .failed],
            writes: 1
        )
        #expect(record.results[1].failure?.code == .itemMissing)
    }

    @Test(arguments: Setting.all, ["SQL Servers", "DC Replication"]) func oneInFull(
        _ setting: Setting,
        _ name: String
    ) async throws {
        let rehearsal = Rehearsal(setting)
        let known = try await rehearsal.reads("list-job-sessions", ["job": name])
        let session = try #require(known.texts("sessions", "name").first)
        let uid = try #require(known.texts("sessions", "uid").first)
        for input in [session, uid] {
            let record = try await Rehearsal(setting).reads("show-session", ["session": input])
            #expect(record["session"]?["JobName"]?.scalar == name)
            #expect(record["session"]?["UID"]?.scalar == uid)
            #expect(record["session"]?["FailureMessage"] != nil || name != "SQL Servers")
        }
        let tasks = try await Rehearsal(setting).reads("list-task-sessions", ["session": session])
        let machines = tasks.texts("taskSessions", "name").map { String($0.prefix { $0 != "@" }) }
        #expect(Set(machines) == (name == "SQL Servers" ? ["sql01", "sql02"] : ["dc01"]))
        try await rehearsal.refuses("show-session", ["session": "nobody"], .itemMissing)
    }

    @Test(arguments: Setting.all) func stopsOne(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.jobSessionDuration = .seconds(600) }
        let laboratory = try rehearsal.laboratory()
        let catalog = try WorkflowCatalog.enterpriseManager()
        let (start, stop) = try (catalog.workflow("start-job"), catalog.workflow("stop-session"))
        let uid = try await HypermediaClient.withSession(laboratory.client) { _ in
            let runner = laboratory.runner()
            let session = try await runner.run(start, inputs: ["job": "Nightly"]).outputs["session"]
            let uid = try #require(session?["uid"]?.scalar)
            let first = try await runner.run(stop, inputs: ["session": uid])
            #expect(first.outcome == .changed, "\(first.message)")
            laboratory.time.pass(.seconds(10))
            let second = try await runner.run(stop, inputs: ["session": uid])
            #expect(second.outcome == .unchanged, "\(second.message)")
            return uid
        }
        let list = try laboratory.transport.look(LinkStep("Down", "BackupJobSessionList"))
        #expect(list.items.first { $0["UID"] == uid }?["State"] == "Stopped")
        try laboratory.transport.log.expectWrites(2)
        try laboratory.transport.log.expectOnlyHandedOut()
        try laboratory.transport.log.expectNoTraps()
    }

    @Test(arguments: Setting.all) func replicationsAreNotAmongThem(_ setting: Setting) async throws {
        let known = try await Rehearsal(setting).reads("list-job-sessions", ["job": "DC Replication"])
        let session = try #require(known.texts("sessions", "name").first)
        try await Rehearsal(setting).refuses("stop-session", ["session": session], .itemMissing)
    }

    @Test(arguments: Setting.all, [false, true]) func tasks(_ setting: Setting, _ typed: Bool) async throws {
        let drop = Call("delete-task", ["task": "task-1"])
        let list = Call("list-tasks")
        let rehearsal = Rehearsal(setting) { $0.deleteLinkTyped = typed }
        let record = try await rehearsal.runs(
            [
                list, Call("disable-job", ["job": "Nightly"]), Call("start-job", ["job": "Nightly"]), list,
                Call("show-task", ["task": "task-2"]), drop, drop, list,
            ],
            [.read, .changed, .changed, .read, .read, .changed, .unchanged, .read],
            writes: 3
        )
        let ids = [0, 3, 7].map { index in
            record.results[index].outputs["tasks"]?.elements?.map { $0["id"]?.scalar ?? "" } ?? []
        }
        #expect(ids == [[], ["task-1", "task-2"], ["task-2"]])
        let task = record.results[4].outputs["task"]
        #expect(task?["Operation"]?.scalar == "StartJob")
        #expect(task?["Result"]?["Success"]?.scalar == "true")
        let first = record.results[3].outputs["tasks"]?.elements?.first
        #expect(first?["succeeded"]?.scalar == "true")
    }

    @Test(arguments: Setting.all, ["v1_5", "v1_6"]) func olderVersions(
        _ setting: Setting,
        _ version: String
    ) async throws {
        let rehearsal = Rehearsal(setting, apiVersion: version).changingQueries
        for name in ["list-sessions", "list-tasks"] { _ = try await rehearsal.reads(name) }
        _ = try await rehearsal.reads("last-session-of-job", ["job": "DC Replication"])
        let known = try await rehearsal.reads("list-job-sessions", ["job": "Nightly"])
        let session = try #require(known.texts("sessions", "name").first)
        _ = try await rehearsal.reads("show-session", ["session": session])
        _ = try await rehearsal.reads("list-task-sessions", ["session": session])
    }
}
