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

    @Test(arguments: ["v1_5", "v1_6"]) func olderVersions(_ version: String) async throws {
        for setting in CatalogueTests.Setting.all {
            let rehearsal = Rehearsal(setting, apiVersion: version)
            _ = try await rehearsal.reads("list-restore-sessions")
            _ = try await rehearsal.changes("restore-vm", ["vm": "sql01"], again: nil)
        }
    }
}
