// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Jobs and repositories that are linked to backup copy jobs.
@Suite struct LinkedTests {
    typealias Setting = CatalogueTests.Setting
    typealias Call = Rehearsal.Call

    private let copy = "Offsite Copy"

    private func linked(_ list: String, _ record: Rehearsal.Record) throws -> ServedPage {
        try record.laboratory.transport.look(
            LinkStep("Down", "JobReferenceList"),
            LinkStep("Alternate", "Job", ofItem: copy),
            LinkStep("Down", list)
        )
    }

    private func linkedBackups(_ record: Rehearsal.Record) throws -> String? {
        let page = try record.laboratory.transport.look(
            LinkStep("Down", "JobReferenceList"),
            LinkStep("Alternate", "Job", ofItem: copy)
        )
        return page["JobInfo/ImmediateBackupCopyJobInfo/LinkedBackupIncludes/LinkedBackup/LinkedBackupUid"]
    }

    @Test(arguments: Setting.all) func linksAndUnlinksAJob(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        let inputs = ["job": copy, "source": "SQL Servers"]
        let record = try await rehearsal.changes("link-job", inputs)
        #expect(record.texts("linkedJobs", "name") == ["Nightly", "SQL Servers"])
        #expect(record.results[1].outputs == record.results[0].outputs)
        #expect(try linked("LinkedJobObjectList", record).items.count == 2)
        // What the danger says.
        #expect(try linkedBackups(record) == nil)
        #expect(record.plan?.dangers.map(\.level) == [.destructive])

        let other = try await rehearsal.changes("unlink-job", ["job": copy, "source": "Nightly"])
        #expect(other["linkedJobs"]?.elements?.isEmpty == true)
        #expect(try linked("LinkedJobObjectList", other).items.isEmpty)
    }

    @Test(arguments: Setting.all) func linksAndUnlinksARepository(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        let record = try await rehearsal.changes("link-repository", ["job": copy, "repository": "Backup Vol 01"])
        #expect(record.texts("linkedRepositories", "name") == ["Default Backup Repository", "Backup Vol 01"])
        #expect(try linked("LinkedBackupRepositoryObjectList", record).items.count == 2)
        let other = try await rehearsal.changes(
            "unlink-repository",
            ["job": copy, "repository": "Default Backup Repository"]
        )
        #expect(try linked("LinkedBackupRepositoryObjectList", other).items.isEmpty)
        // Two repositories have the name.
        try await rehearsal.refuses("link-repository", ["job": copy, "repository": "Shared Vol"], .itemAmbiguous)
    }

    @Test(arguments: Setting.all) func thereAndBackAgain(_ setting: Setting) async throws {
        let inputs = ["job": copy, "source": "Nightly"]
        let record = try await Rehearsal(setting).runs(
            [Call("unlink-job", inputs), Call("link-job", inputs), Call("list-linked-jobs", ["job": copy])],
            [.changed, .changed, .read],
            writes: 2
        )
        #expect(record.results[2].outputs["linkedJobs"]?.elements?.first?["name"]?.scalar == "Nightly")
    }

    @Test(arguments: Setting.all) func onlyCopiesAndOnlySinceTwelve(_ setting: Setting) async throws {
        let lists = ["list-linked-jobs", "list-linked-repositories"]
        for name in lists {
            let refused = try await Rehearsal(setting).refuses(name, ["job": "Nightly"], .linkMissing)
            #expect(refused.failure?.description.contains("Only backup copy jobs") == true)
            try await Rehearsal(setting, apiVersion: "v1_6").refuses(name, ["job": copy], .linkMissing)
        }
        let inputs = ["job": "Nightly", "source": "SQL Servers"]
        try await Rehearsal(setting).refuses("link-job", inputs, .linkMissing)
        try await Rehearsal(setting).refuses("link-job", ["job": copy, "source": "nobody"], .itemMissing)
    }
}
