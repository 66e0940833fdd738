// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import Hypermedia
import Testing
import Workflows

/// Replicas and failover plans.
@Suite struct FailoverTests {
    static let plan = "DC Replication Plan"

    private func failovers(of record: Rehearsal.Record, _ machine: String) throws -> Int {
        let page = try record.laboratory.transport.look(LinkStep("Down", "RestoreSessionList"))
        return page.items.filter { $0["VmDisplayName"] == machine }.count
    }

    @Test(arguments: CatalogueTests.Setting.all) func lists(_ setting: CatalogueTests.Setting) async throws {
        let replicas = try await Rehearsal(setting).reads("list-replicas")
        #expect(replicas.texts("replicas", "name").contains("DC Replication"))
        let points = try await Rehearsal(setting).reads("list-replica-points", ["vm": "dc01"])
        #expect(Set(points.texts("points", "vm")) == ["dc01"])
        let all = try await Rehearsal(setting).reads("list-replica-points")
        #expect(Set(all.texts("points", "vm")) == ["dc01", "shop-web", "shop-db"])
        let plans = try await Rehearsal(setting).reads("list-failover-plans")
        #expect(plans.texts("plans", "name") == [Self.plan])
        let plan = try await Rehearsal(setting).reads("show-failover-plan", ["plan": Self.plan])
        #expect(plan.texts("machines", "name") == ["dc01"])
        #expect(plan.texts("machines", "reference").allSatisfy { $0.hasPrefix("urn:VMware:Vm:") })
    }

    @Test(arguments: CatalogueTests.Setting.all) func failsOver(_ setting: CatalogueTests.Setting) async throws {
        let points = try await Rehearsal(setting).reads("list-replica-points", ["vm": "dc01"])
        // The second time the server refuses it: it is under way.
        let record = try await Rehearsal(setting) { $0.jobSessionDuration = .seconds(3600) }
            .changes("failover-replica", ["vm": "dc01"], again: .failed, furtherWrites: 1)
        #expect(record.results[1].failure?.code == .taskFailed)
        #expect(record["point"]?["created"]?.scalar == points.texts("points", "created").max())
        #expect(record["session"]?["name"]?.scalar?.hasPrefix("dc01@") == true)
        #expect(try failovers(of: record, "dc01") == 1)
        let uid = try #require(points.texts("points", "uid").first)
        let named = try await Rehearsal(setting)
            .changes("failover-replica", ["vm": "dc01", "point": uid], again: nil)
        #expect(named["point"]?["uid"]?.scalar == uid)
    }

    @Test(arguments: CatalogueTests.Setting.all) func failsOverAVApp(_ setting: CatalogueTests.Setting) async throws {
        let record = try await Rehearsal(setting).changes("failover-vapp-replica", ["vapp": "shop"], again: nil)
        #expect(record["session"]?["name"]?.scalar?.hasPrefix("shop@") == true)
        #expect(try failovers(of: record, "shop") == 1)
        try await Rehearsal(setting).refuses("failover-vapp-replica", ["vapp": "crm"], .itemMissing)
    }

    @Test(arguments: CatalogueTests.Setting.all) func startsAndUndoesAPlan(
        _ setting: CatalogueTests.Setting
    ) async throws {
        let record = try await Rehearsal(setting)
            .changes("start-failover-plan", ["plan": Self.plan], again: .failed, furtherWrites: 1)
        #expect(record.results[0].message.contains("not read back"), "\(record.results[0].message)")
        #expect(record.results[1].failure?.code == .taskFailed)
        #expect(try failovers(of: record, "dc01") == 1)
        let plan = ["plan": Self.plan]
        _ = try await Rehearsal(setting).runs(
            [.init("undo-failover-plan", plan), .init("start-failover-plan", plan), .init("undo-failover-plan", plan)],
            [.failed, .changed, .changed],
            writes: 3
        )
    }

    @Test(arguments: CatalogueTests.Setting.all) func startsAPlanLater(
        _ setting: CatalogueTests.Setting
    ) async throws {
        let inputs = ["plan": Self.plan, "at": "2026-01-16T08:00:00Z"]
        let record = try await Rehearsal(setting).changes("start-failover-plan", inputs, again: nil)
        #expect(try failovers(of: record, "dc01") == 0)
        let later = try record.laboratory.transport.look(
            LinkStep("Down", "RestoreSessionList"),
            at: .seconds(3 * 3600)
        )
        #expect(later.items.contains { $0["VmDisplayName"] == "dc01" })
        let body = String(decoding: record.laboratory.recorder.writes[0].body ?? [], as: UTF8.self)
        #expect(body.contains("2026-01-16T08:00:00Z"))
        var wrong = inputs
        wrong["at"] = "tomorrow"
        await #expect(throws: WorkflowError.self) {
            try await Rehearsal(setting).laboratory().run("start-failover-plan", wrong)
        }
    }

    @Test(arguments: CatalogueTests.Setting.all) func describesAPlan(_ setting: CatalogueTests.Setting) async throws {
        let inputs = ["plan": Self.plan, "description": "For <the> \"worst\" & less"]
        let record = try await Rehearsal(setting) { $0.effectDelay = .seconds(2) }
            .changes("edit-failover-plan", inputs)
        #expect(record["previousDescription"]?.scalar?.isEmpty == false)
        let plan = try record.laboratory.transport.look(
            LinkStep("Down", "FailoverPlanReferenceList"),
            LinkStep("Alternate", "FailoverPlan", ofItem: Self.plan)
        )
        try plan.expect("Description", inputs["description"])
    }

    @Test(arguments: ["v1_5", "v1_6"]) func olderVersions(_ version: String) async throws {
        for setting in CatalogueTests.Setting.all {
            let rehearsal = Rehearsal(setting, apiVersion: version)
            _ = try await rehearsal.reads("list-failover-plans")
            _ = try await rehearsal.changes("failover-replica", ["vm": "dc01"], again: nil)
            _ = try await rehearsal.changes("start-failover-plan", ["plan": Self.plan], again: nil)
        }
    }
}
