// SPDX-License-Identifier: Apache-2.0

#if Network
import Hypermedia
import Survey
import Testing

/// Whatever is changed between two crawls is told, whatever the format, the order of links and the hrefs; and nothing
/// else is.
@Suite struct SeededDiffTests {
    static let policy = CrawlPolicy(types: [
        "JobReferenceList", "Job", "ObjectInJobList", "LinkedJobObjectList", "LinkedBackupRepositoryObjectList",
        "BackupJobSessionReferenceList", "BackupJobSession",
    ])

    /// A change of every kind.
    static func change(_ world: SeededWorld) async throws {
        try await world.run("disable-job", ["job": "Archive Copy"])
        try await world.run("edit-job", ["job": "DC Replication", "description": "Changed", "retryTimes": "5"])
        try await world.run("add-vm-to-job", ["job": "SQL Servers", "vm": "intranet01"])
        try await world.run("remove-vm-from-job", ["job": "Nightly", "vm": "web02"])
        try await world.run("link-repository", ["job": "Offsite Copy", "repository": "Backup Vol 01"])
        try await world.run("unlink-job", ["job": "Offsite Copy", "source": "Nightly"])
        try await world.run("start-job", ["job": "SQL Servers"])
        try await world.run("clone-job", ["job": "DC Replication", "name": "Copy", "suffix": "_x"])
        try await world.run("delete-job", ["job": "Lab (disabled)"])
        world.rename("Nightly", "Every night")
    }

    /// An object that stands in its job and in the list of those, and has no identifier that lasts, is told once.
    static let seen: [String] = {
        let info = "Job ‘Offsite Copy’ JobInfo.ImmediateBackupCopyJobInfo"
        return [
            "gone EntityReferences ‘’", "gone Job ‘Lab (disabled)’", "gone JobReference ‘Lab (disabled)’",
            "gone LinkedJobObject ‘’", "gone ObjectInJob ‘lab01’", "gone ObjectInJob ‘web02’",
            "gone ObjectsInJob ‘’",
            "new BackupJobSession ‘SQL Servers’", "new BackupJobSessionReference ‘SQL Servers’", "new Job ‘Copy’",
            "new JobReference ‘Copy’", "new LinkedBackupRepositoryObject ‘’", "new ObjectInJob ‘dc01’",
            "new ObjectInJob ‘intranet01’", "new ObjectsInJob ‘’",
            "BackupJobSession ‘Nightly’ JobName: Nightly → Every night",
            "Job ‘Archive Copy’ NextRun: 2026-01-16T22:00:00Z → –",
            "Job ‘Archive Copy’ ScheduleEnabled: true → false",
            "Job ‘DC Replication’ Description: Domain controller, kept warm in the branch office → Changed",
            "Job ‘DC Replication’ JobScheduleOptions.Standart.RetryOptions.RetryTimes: 3 → 5",
            "Job ‘Nightly’ Name: Nightly → Every night",
            "\(info).LinkedBackupIncludes.LinkedBackup.LinkedBackupUid: urn:veeam:Backup:ID → –",
            "\(info).LinkedBackupIncludes.LinkedBackup.ObjectInJobId: ID → –",
            "\(info).LinkedBackupRepositoryIncludes.LinkedBackupRepository.LinkedBackupRepositoryUid: "
                + "– → urn:veeam:Repository:ID",
            "\(info).LinkedBackupRepositoryIncludes.LinkedBackupRepository.ObjectInJobId: – → ID",
            "\(info).LinkedJobIncludes.LinkedJobObject.LinkedJobUid: urn:veeam:Job:ID → –",
            "\(info).LinkedJobIncludes.LinkedJobObject.ObjectInJobId: ID → –",
            "JobReference ‘Nightly’ Name: Nightly → Every night",
            "lost BackupJobSession ‘Lab (disabled)’ Up:JobReference ‘Lab (disabled)’",
            "lost BackupJobSessionReference ‘Lab (disabled)’ Up:JobReference ‘Lab (disabled)’",
        ]
    }()

    @Test(arguments: SeededWorld.Dress.all)
    func everySeededChangeIsFoundAndNothingElse(_ dress: SeededWorld.Dress) async throws {
        let world = try SeededWorld(dress)
        let before = try await world.crawl("before", policy: SeededDiffTests.policy)
        let again = try await world.crawl("again", policy: SeededDiffTests.policy)
        #expect(SeededDiffTests.lines(try before.diff(to: again)) == [])
        try await SeededDiffTests.change(world)
        let after = try await world.crawl("after", policy: SeededDiffTests.policy)
        let lines = SeededDiffTests.lines(try before.diff(to: after))
        #expect(lines == SeededDiffTests.seen, "\(lines.joined(separator: "\n"))")
    }

    /// The name of a session tells when it began.
    static func lines(_ diff: SnapshotDiff) -> [String] {
        func name(_ entry: SnapshotDiff.Entry) -> String {
            "\(entry.kind) ‘\((entry.name ?? "").split(separator: "@").first ?? "")’"
        }
        func value(_ text: String?) -> String {
            (text ?? "–").replacing(#/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/#, with: "ID")
        }
        func link(_ change: SnapshotDiff.LinkChange) -> String {
            "\(name(change.resource)) \(change.rel):\(change.type ?? "") ‘\(change.name ?? "")’"
        }
        let changed = diff.changed.map { change in
            "\(name(change.resource)) \(change.property): \(value(change.before)) → \(value(change.after))"
        }
        return diff.gone.map { "gone \(name($0))" }.sorted() + diff.new.map { "new \(name($0))" }.sorted()
            + changed.sorted() + diff.linksLost.map { "lost \(link($0))" }.sorted()
            + diff.linksGained.map { "gained \(link($0))" }.sorted()
    }
}
#endif
