// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Jobs: shown, started and stopped, switched on and off, changed, deleted.
@Suite struct JobsTests {
    typealias Setting = CatalogueTests.Setting
    typealias Call = Rehearsal.Call

    private func job(_ name: String, of record: Rehearsal.Record) throws -> ServedPage {
        try record.laboratory.transport.look(
            LinkStep("Down", "JobReferenceList"),
            LinkStep("Alternate", "Job", ofItem: name)
        )
    }

    private func sessions(of name: String, _ record: Rehearsal.Record) throws -> [ServedPage] {
        let kind = name == "DC Replication" ? "ReplicaJobSession" : "BackupJobSession"
        let list = try record.laboratory.transport.look(LinkStep("Down", "\(kind)List"))
        return list.items.filter { $0["JobName"] == name }
    }

    @Test(arguments: Setting.all) func listsInFull(_ setting: Setting) async throws {
        let record = try await Rehearsal(setting).reads("list-jobs-full")
        #expect(
            record.texts("jobs", "type") == [
                "Backup", "Backup", "Replica", "BackupCopy", "ImmediateBackupCopy", "Backup",
            ]
        )
        #expect(record.texts("jobs", "scheduleEnabled") == ["true", "true", "true", "true", "true", "false"])
        #expect(record.texts("jobs", "platform").last == "HyperV")
        #expect(record.texts("jobs", "description").first == "All application servers, every night")
        #expect(record.texts("jobs", "nextRun").allSatisfy { $0.hasPrefix("2026-01-1") })
    }

    @Test(arguments: Setting.all) func shows(_ setting: Setting) async throws {
        let record = try await Rehearsal(setting).reads("show-job", ["job": "Nightly"])
        let job = try #require(record["job"])
        #expect(job["Name"]?.scalar == "Nightly")
        #expect(job["JobType"]?.scalar == "Backup")
        #expect(job["ScheduleEnabled"]?.scalar == "true")
        #expect(job["JobScheduleOptions"]?["Standart"]?["RetryOptions"]?["RetryTimes"]?.scalar == "3")
        #expect(!job.text().contains("://"))
        let uid = try #require(job["UID"]?.scalar)
        let again = try await Rehearsal(setting).reads("show-job", ["job": uid])
        #expect(again["job"]?["Name"]?.scalar == "Nightly")
        try await Rehearsal(setting).refuses("show-job", ["job": "nightly"], .itemMissing)
    }

    @Test(arguments: Setting.all, ["Nightly", "DC Replication"]) func starts(
        _ setting: Setting,
        _ name: String
    ) async throws {
        let rehearsal = Rehearsal(setting) {
            $0.effectDelay = .seconds(4)
            $0.jobSessionDuration = .seconds(600)
        }
        let record = try await rehearsal.changes("start-job", ["job": name], again: .failed, furtherWrites: 1)
        #expect(record["session"]?["name"]?.scalar?.hasPrefix(name + "@") == true)
        // The server refuses a second run while one is under way.
        #expect(record.results[1].failure?.code == .taskFailed)
        #expect(try sessions(of: name, record).count == 2)
    }

    @Test(arguments: Setting.all) func copyJobsAreSynchronisedInstead(_ setting: Setting) async throws {
        let refused = try await Rehearsal(setting).refuses("start-job", ["job": "Offsite Copy"], .linkMissing)
        #expect(refused.failure?.description.contains("Sync") == true, "\(refused.failure?.description ?? "")")
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        let record = try await rehearsal.changes("sync-job", ["job": "Offsite Copy"], again: nil)
        #expect(record["session"]?["uid"]?.scalar?.hasPrefix("urn:veeam:BackupJobSession:") == true)
        #expect(try sessions(of: "Offsite Copy", record).count == 2)
        try await Rehearsal(setting).refuses("sync-job", ["job": "Nightly"], .linkMissing)
    }

    @Test(arguments: Setting.all, ["Nightly", "DC Replication"]) func stops(
        _ setting: Setting,
        _ name: String
    ) async throws {
        let rehearsal = Rehearsal(setting) { $0.jobSessionDuration = .seconds(600) }.changingQueries
        let stop = Call("stop-job", ["job": name])
        let record = try await rehearsal.runs(
            [stop, Call("start-job", ["job": name]), stop, stop],
            [.unchanged, .changed, .changed, .unchanged],
            writes: 2
        )
        #expect(record.results[3].message == "‘\(name)’ is not running.")
        let states = try sessions(of: name, record).map { $0["State"] }
        // The list of every run there ever was is not read.
        let all = record.laboratory.transport.log.entries.filter {
            ($0.resource ?? $0.path).contains("Sessions?format=Entity")
        }
        #expect(all.isEmpty, "\(all)")
        // One that is stopping counts: it can take its time.
        #expect(states.count == 2)
        #expect(Set(states).subtracting(["Stopping", "Stopped"]) == [])
    }

    @Test(arguments: Setting.all) func aCopyThatRunsOffersNoStop(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.jobSessionDuration = .seconds(600) }.changingQueries
        let record = try await rehearsal.runs(
            [Call("sync-job", ["job": "Offsite Copy"]), Call("stop-job", ["job": "Offsite Copy"])],
            [.changed, .failed],
            writes: 1
        )
        #expect(record.results[1].failure?.code == .linkMissing)
    }

    @Test(arguments: Setting.all) func retriesOnlyWhatFailed(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.jobSessionDuration = .seconds(600) }.changingQueries
        let record = try await rehearsal.changes("retry-job", ["job": "SQL Servers"], again: .failed)
        #expect(record.results[1].message == "‘SQL Servers’ is running.")
        #expect(try sessions(of: "SQL Servers", record).map { $0["IsRetry"] } == ["false", "true"])
        for name in ["Nightly", "DC Replication"] {
            let idle = try await Rehearsal(setting).changingQueries.runs(
                [Call("retry-job", ["job": name])],
                [.unchanged],
                writes: 0
            )
            #expect(idle.results[0].message.contains("ended as Success"), "\(idle.results[0].message)")
        }
    }

    @Test(arguments: Setting.all) func aJobThatNeverRanHasNothingToRetry(_ setting: Setting) async throws {
        let clone = ["job": "Nightly", "name": "Twin", "repository": "Backup Vol 02"]
        let record = try await Rehearsal(setting).changingQueries.runs(
            [Call("clone-job", clone), Call("retry-job", ["job": "Twin"])],
            [.changed, .unchanged],
            writes: 1
        )
        #expect(record.results[1].message.contains("has never run"), "\(record.results[1].message)")
    }

    @Test(arguments: Setting.all) func switchesSchedules(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(5) }
        let off = try await rehearsal.changes("disable-job", ["job": "Offsite Copy"])
        try job("Offsite Copy", of: off).expect("ScheduleEnabled", "false")
        let on = try await rehearsal.changes("enable-job", ["job": "Lab (disabled)"])
        try job("Lab (disabled)", of: on).expect("ScheduleEnabled", "true")
        #expect(on["job"]?["name"]?.scalar == "Lab (disabled)")
        #expect(on.results[1].outputs == on.results[0].outputs)
        #expect(on.results[1].message == "The schedule of ‘Lab (disabled)’ is on already.")
    }

    @Test(arguments: Setting.all) func edits(_ setting: Setting) async throws {
        let inputs = [
            "job": "Nightly", "description": "Changed <at> \"night\" & day", "retryTimes": "5", "retryWait": "20",
            "retentionUnit": "Days", "keepDays": "21",
        ]
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        let before = try job("Nightly", of: await rehearsal.reads("list-jobs"))
        let record = try await rehearsal.changes("edit-job", inputs)
        let after = try job("Nightly", of: record)
        try after.expect("Description", inputs["description"])
        try after.expect("JobScheduleOptions/Standart/RetryOptions/RetryTimes", "5")
        try after.expect("JobScheduleOptions/Standart/RetryOptions/RetryTimeout", "20")
        try after.expect("JobInfo/BackupJobInfo/SimpleRetentionPolicy/RetainLimitType", "Days")
        try after.expect("JobInfo/BackupJobInfo/SimpleRetentionPolicy/RetainDaysToKeep", "21")
        for path in ["ScheduleEnabled", "ScheduleConfigured", "NextRun"] { try after.expect(path, before[path]) }
    }

    @Test(arguments: Setting.all) func editsReplication(_ setting: Setting) async throws {
        let record = try await Rehearsal(setting)
            .changes("edit-job", ["job": "DC Replication", "scheduled": "false"])
        try job("DC Replication", of: record).expect("ScheduleConfigured", "false")
        let rehearsal = Rehearsal(setting)
        try await rehearsal.refuses("edit-job", ["job": "DC Replication", "keepDays": "3"], .inputRefused)
        try await rehearsal.refuses("edit-job", ["job": "Offsite Copy", "description": "x"], .linkMissing)
    }

    @Test(arguments: Setting.all) func deletesWhereALinkIsOffered(_ setting: Setting) async throws {
        let refused = try await Rehearsal(setting).refuses("delete-job", ["job": "SQL Servers"], .linkMissing)
        #expect(refused.failure?.description.contains("documents no link") == true)
        let rehearsal = Rehearsal(setting) {
            $0.linksInferredLists = true
            $0.effectDelay = .seconds(2)
        }
        let record = try await rehearsal.changes("delete-job", ["job": "SQL Servers"])
        #expect(record.laboratory.recorder.writes.map(\.method) == [.delete])
        let names = try record.laboratory.transport.look(LinkStep("Down", "JobReferenceList")).items.map { $0["Name"] }
        #expect(names == ["Nightly", "DC Replication", "Archive Copy", "Offsite Copy", "Lab (disabled)"])
    }

    @Test(arguments: Setting.all, ["v1_5", "v1_6"]) func olderVersions(
        _ setting: Setting,
        _ version: String
    ) async throws {
        let rehearsal = Rehearsal(setting, apiVersion: version) { $0.jobSessionDuration = .seconds(600) }
            .changingQueries
        _ = try await rehearsal.reads("list-jobs")
        _ = try await rehearsal.reads("list-jobs-full")
        _ = try await rehearsal.reads("show-job", ["job": "Nightly"])
        let night = ["job": "Nightly"]
        _ = try await rehearsal.runs(
            [Call("start-job", night), Call("stop-job", night), Call("retry-job", night), Call("disable-job", night)],
            [.changed, .changed, .changed, .changed],
            writes: 4
        ) { laboratory, index in
            // A stopped run has failed once it has ended.
            if index == 1 { laboratory.time.pass(.seconds(5)) }
        }
        _ = try await rehearsal.changes("sync-job", ["job": "Offsite Copy"], again: nil)
        _ = try await rehearsal.changes("enable-job", ["job": "Lab (disabled)"])
        _ = try await rehearsal.changes("edit-job", ["job": "Nightly", "description": "older"])
        try await rehearsal.refuses("delete-job", night, .linkMissing)
    }
}
