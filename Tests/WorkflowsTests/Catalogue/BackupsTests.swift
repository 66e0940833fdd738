// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import Hypermedia
import Testing
import Workflows

/// Backups, their files and restore points, and backups of single machines.
@Suite struct BackupsTests {
    @Test(arguments: CatalogueTests.Setting.all) func listsBackups(_ setting: CatalogueTests.Setting) async throws {
        let record = try await Rehearsal(setting).reads("list-backups")
        #expect(record.texts("backups", "name").contains("Nightly"))
        #expect(record.texts("backups", "name").contains("Offsite Copy"))
        #expect(record.texts("backups", "platform").count == record["backups"]?.elements?.count)
        #expect(record.texts("backups", "kind").contains("Standard"))
        #expect(record.texts("backups", "uid").allSatisfy { $0.hasPrefix("urn:veeam:Backup:") })
    }

    @Test(arguments: CatalogueTests.Setting.all) func listsFiles(_ setting: CatalogueTests.Setting) async throws {
        let record = try await Rehearsal(setting).reads("list-backup-files", ["backup": "Nightly"])
        #expect(record["files"]?.elements?.count == 7)
        #expect(record.texts("files", "name").allSatisfy { $0.hasPrefix("Nightly") })
        #expect(Set(record.texts("files", "type")) == ["vbk", "vib"])
        #expect(record.texts("files", "size").count == 7)
        #expect(record.texts("files", "path").count == 7)
        #expect(record.texts("files", "created").allSatisfy { $0.hasPrefix("2026-01-") })
    }

    @Test(arguments: CatalogueTests.Setting.all) func listsRestorePoints(
        _ setting: CatalogueTests.Setting
    ) async throws {
        let record = try await Rehearsal(setting).reads("list-restore-points", ["backup": "Nightly"])
        #expect(record["points"]?.elements?.count == 7)
        #expect(record.texts("points", "created").allSatisfy { $0.hasPrefix("2026-01-") })
        let uids = record.texts("points", "uid")
        #expect(Set(uids).count == 7 && uids.allSatisfy { $0.hasPrefix("urn:veeam:RestorePoint:") })
    }

    @Test(arguments: CatalogueTests.Setting.all) func listsRestorePointsOfAMachine(
        _ setting: CatalogueTests.Setting
    ) async throws {
        let record = try await Rehearsal(setting).reads("list-vm-restore-points", ["vm": "web01"])
        let names = record.texts("points", "name")
        #expect(names.count >= 7 && names.allSatisfy { $0.hasPrefix("web01@") })
        #expect(Set(record.texts("points", "reference")).count == 1)
        #expect(Set(record.texts("points", "type")) == ["Full", "Increment"])
        let none = try await Rehearsal(setting).reads("list-vm-restore-points", ["vm": "web"])
        #expect(none["points"]?.elements?.isEmpty == true)
    }

    @Test(arguments: CatalogueTests.Setting.all) func backsUpOneMachine(
        _ setting: CatalogueTests.Setting
    ) async throws {
        let before = try await Rehearsal(setting).reads("list-vm-restore-points", ["vm": "files01"])
        let record = try await Rehearsal(setting) { $0.effectDelay = .seconds(3) }
            .changes("quick-backup", ["vm": "files01"], again: .changed, furtherWrites: 1)
        #expect(record["session"]?["uid"]?.scalar?.hasPrefix("urn:veeam:BackupJobSession:") == true)
        #expect(record["server"]?.scalar == "vbr01.example.test")
        let points = try record.laboratory.transport.look(
            LinkStep("Down", "VmRestorePointList"),
            at: .seconds(3600)
        )
        let count = before["points"]?.elements?.count ?? 0
        #expect(points.items.filter { $0["VmName"] == "files01" }.count == count + 2)
        try await Rehearsal(setting).refuses("quick-backup", ["vm": "test01"], .itemMissing)
    }

    @Test(arguments: CatalogueTests.Setting.all) func zipsOneMachine(_ setting: CatalogueTests.Setting) async throws {
        var inputs = ["server": "vbr01.example.test", "vm": "test01", "repository": "Backup Vol 01"]
        let record = try await Rehearsal(setting).changes("veeamzip", inputs, again: .changed, furtherWrites: 1)
        #expect(record["session"]?["name"]?.scalar?.hasPrefix("VeeamZIP (") == true)
        #expect(record["machine"]?.scalar?.hasPrefix("urn:VMware:Vm:") == true)
        inputs["key"] = "Tape safe"
        inputs["compression"] = "5"
        inputs["retention"] = "In1Week"
        inputs["withoutQuiescence"] = "true"
        let other = try await Rehearsal(setting).changes("veeamzip", inputs, again: nil)
        let body = String(decoding: other.laboratory.recorder.writes[0].body ?? [], as: UTF8.self)
        for part in ["PasswordKeyId", "In1Week", "DisableGuestQuiescence"] { #expect(body.contains(part), "\(body)") }
    }

    @Test(arguments: CatalogueTests.Setting.all) func zipsNothingElse(_ setting: CatalogueTests.Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let inputs = ["server": "vbr01.example.test", "vm": "nobody", "repository": "Backup Vol 01"]
        try await rehearsal.refuses("veeamzip", inputs, .itemMissing)
        try await rehearsal.refuses("veeamzip", inputs.merging(["key": "No such hint"]) { $1 }, .itemMissing)
        for (name, value) in [("compression", "6"), ("retention", "Soon")] {
            await #expect(throws: WorkflowError.self) {
                try await rehearsal.laboratory().run("veeamzip", inputs.merging([name: value]) { $1 })
            }
        }
    }

    @Test(arguments: ["v1_5", "v1_6"]) func olderVersions(_ version: String) async throws {
        for setting in CatalogueTests.Setting.all {
            let rehearsal = Rehearsal(setting, apiVersion: version)
            _ = try await rehearsal.reads("list-backups")
            _ = try await rehearsal.reads("list-backup-files", ["backup": "Nightly"])
            _ = try await rehearsal.reads("list-restore-points", ["backup": "Nightly"])
            _ = try await rehearsal.reads("list-vm-restore-points", ["vm": "web01"])
        }
    }
}
