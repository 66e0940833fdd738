// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Restores of machines, vApps and indexed files, and their sessions.
@Suite struct RestoreTests {
    private func sessions(of record: Rehearsal.Record) throws -> [(name: String, machine: String, kind: String)] {
        let page = try record.laboratory.transport.look(LinkStep("Down", "RestoreSessionList"))
        return page.items.map { ($0["Name"] ?? "", $0["VmDisplayName"] ?? "", $0["JobType"] ?? "") }
    }

    @Test(arguments: CatalogueTests.Setting.all) func listsSessions(_ setting: CatalogueTests.Setting) async throws {
        let all = try await Rehearsal(setting).reads("list-restore-sessions")
        #expect(all.texts("sessions", "vm") == ["files01", "web02"])
        #expect(all.texts("sessions", "kind") == ["FileLevelRestore", "RestoreVm"])
        let some = try await Rehearsal(setting).reads("list-restore-sessions", ["vm": "web02"])
        #expect(some.texts("sessions", "vm") == ["web02"])
        let name = try #require(some.texts("sessions", "name").first)
        let one = try await Rehearsal(setting).reads("show-restore-session", ["session": name])
        #expect(one["state"]?.scalar == "Stopped")
        #expect(one["result"]?.scalar == "Success")
        #expect(one["restored"]?.scalar?.hasPrefix("urn:VMware:Vm:") == true)
    }

    @Test(arguments: CatalogueTests.Setting.all) func restoresTheLatestPoint(
        _ setting: CatalogueTests.Setting
    ) async throws {
        let points = try await Rehearsal(setting).reads("list-vm-restore-points", ["vm": "sql01"])
        // The second restore is another one.
        let record = try await Rehearsal(setting) { $0.effectDelay = .seconds(3) }
            .changes("restore-vm", ["vm": "sql01"], again: .changed, furtherWrites: 1)
        #expect(record["point"]?["created"]?.scalar == points.texts("points", "created").max())
        #expect(record["session"]?["name"]?.scalar?.hasPrefix("sql01@") == true)
        #expect(record.results[0].outputs["session"]?["uid"] != record.results[1].outputs["session"]?["uid"])
        #expect(try sessions(of: record).filter { $0.machine == "sql01" && $0.kind == "RestoreVm" }.count == 2)
        let body = String(decoding: record.laboratory.recorder.writes[0].body ?? [], as: UTF8.self)
        #expect(body.contains("VmRestoreSpec") && body.contains("false"))
        #expect(!body.contains("KeepOriginalVM"))
    }

    @Test(arguments: CatalogueTests.Setting.all) func restoresTheNamedPoint(
        _ setting: CatalogueTests.Setting
    ) async throws {
        let points = try await Rehearsal(setting).reads("list-vm-restore-points", ["vm": "sql02"])
        let uid = try #require(points.texts("points", "uid").first)
        let inputs = ["vm": "sql02", "point": uid, "powerOn": "true", "keepOriginal": "true"]
        let record = try await Rehearsal(setting).changes("restore-vm", inputs, again: nil)
        #expect(record["point"]?["uid"]?.scalar == uid)
        let body = String(decoding: record.laboratory.recorder.writes[0].body ?? [], as: UTF8.self)
        #expect(body.contains("KeepOriginalVM"))
        let session = try record.laboratory.transport.look(LinkStep("Down", "RestoreSessionList")).items.last
        #expect(session?["VmDisplayName"] == "sql02")
        // Its point is that of another machine.
        try await Rehearsal(setting).refuses("restore-vm", ["vm": "sql01", "point": uid], .itemMissing)
        try await Rehearsal(setting).refuses("restore-vm", ["vm": "nobody"], .itemMissing)
    }

    @Test(arguments: CatalogueTests.Setting.all) func restoresAVApp(_ setting: CatalogueTests.Setting) async throws {
        let root = "urn:vCloud:OrgVdc:2dcfebc9-eb06-4d3b-a639-c1cfa8483621.urn:vcloud:vdc:1"
        let inputs = ["vapp": "shop", "director": "vcd01.example.test", "vdc": root, "name": "shop & co"]
        let record = try await Rehearsal(setting)
            .changes("restore-vapp", inputs, again: .changed, furtherWrites: 1)
        #expect(record["session"]?["name"]?.scalar?.hasPrefix("shop@") == true)
        #expect(record["point"]?["name"]?.scalar?.hasPrefix("shop@") == true)
        #expect(try sessions(of: record).filter { $0.machine == "shop" }.count == 2)
        var other = inputs
        other["director"] = "vcd02.example.test"
        try await Rehearsal(setting).refuses("restore-vapp", other, .itemMissing)
    }

    @Test(arguments: CatalogueTests.Setting.all) func restoresAFileByTheIndex(
        _ setting: CatalogueTests.Setting
    ) async throws {
        let points = try await Rehearsal(setting).reads("list-vm-restore-points", ["vm": "files01"])
        let inputs = ["vm": "files01", "path": "E:/Shares/HR/Contracts/Supplier #7 (50%).docx"]
        let record = try await Rehearsal(setting) { $0.effectDelay = .seconds(3) }
            .changes("restore-file", inputs, again: .changed, writes: 2, furtherWrites: 2)
        #expect(record["session"]?["name"]?.scalar?.hasPrefix("FLR_[files01]@") == true)
        #expect(record["path"]?.scalar == inputs["path"])
        #expect(record["point"]?["created"]?.scalar == points.texts("points", "created").max())
        #expect(try sessions(of: record).filter { $0.kind == "FileLevelRestore" }.count == 3)
        let target = record.laboratory.transport.log.writes.last
        #expect((target?.resource ?? target?.path)?.contains("action=restore") == true)
    }

    @Test(arguments: CatalogueTests.Setting.all) func restoresAFileOfAnOlderPoint(
        _ setting: CatalogueTests.Setting
    ) async throws {
        let points = try await Rehearsal(setting).reads("list-vm-restore-points", ["vm": "files01"])
        let oldest = try #require(points.texts("points", "created").min())
        let index = try #require(points.texts("points", "created").firstIndex(of: oldest))
        let uid = points.texts("points", "uid")[index]
            .replacing("urn:veeam:VmRestorePoint:", with: "urn:veeam:CatalogVmRestorePoint:")
        let inputs = ["vm": "files01", "path": "C:/Windows/win.ini", "point": uid]
        let record = try await Rehearsal(setting).changes("restore-file", inputs, again: nil, writes: 2)
        #expect(record["point"]?["uid"]?.scalar == uid)
        #expect(record["point"]?["created"]?.scalar == oldest)
        var other = inputs
        other["point"] = "1/1/1999 1:00:00 AM"
        try await Rehearsal(setting).refuses("restore-file", other, .itemMissing)
    }

    @Test(arguments: CatalogueTests.Setting.all) func onlyFilesThatAreThere(
        _ setting: CatalogueTests.Setting
    ) async throws {
        for (path, code) in [("E:/Shares/HR/Staf.xlsx", ErrorCode.itemMissing), ("E:/Shares/HR", .linkMissing)] {
            let laboratory = try Rehearsal(setting).laboratory()
            let result = try await laboratory.run("restore-file", ["vm": "files01", "path": path])
            #expect(result.failure?.code == code, "\(result.message)")
            // The index was opened, and nothing restored.
            try Rehearsal.Record(laboratory: laboratory, plan: nil, results: [result]).expectHonest(writes: 1)
        }
    }

    @Test(arguments: CatalogueTests.Setting.all) func waitsForTheEnd(_ setting: CatalogueTests.Setting) async throws {
        for (end, outcome) in [("Warning", Outcome.read), ("Failed", .failed)] {
            let laboratory = try Rehearsal(setting) {
                $0.jobSessionDuration = .seconds(600)
                $0.restoreSessionResult = end
            }.laboratory()
            let catalog = try WorkflowCatalog.enterpriseManager()
            let restore = try catalog.workflow("restore-vm")
            let wait = try catalog.workflow("wait-for-restore")
            let waited = try await HypermediaClient.withSession(laboratory.client) { _ in
                let runner = laboratory.runner()
                let begun = try await runner.run(restore, inputs: ["vm": "sql01"])
                #expect(begun.outputs["session"]?["result"]?.scalar == "None", "\(begun.message)")
                let uid = try #require(begun.outputs["session"]?["uid"]?.scalar)
                return try await runner.run(wait, inputs: ["session": uid])
            }
            #expect(waited.outcome == outcome, "\(waited.message)")
            #expect(laboratory.time.now > .seconds(600))
            if end == "Warning" { #expect(waited.outputs["result"]?.scalar == end) }
        }
    }

    @Test(arguments: ["v1_5", "v1_6"]) func olderVersions(_ version: String) async throws {
        for setting in CatalogueTests.Setting.all {
            let rehearsal = Rehearsal(setting, apiVersion: version)
            _ = try await rehearsal.reads("list-restore-sessions")
            _ = try await rehearsal.changes("restore-vm", ["vm": "sql01"], again: nil)
        }
    }
}
