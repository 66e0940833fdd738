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
