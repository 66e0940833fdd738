// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Failover plans of tenants.
@Suite struct CloudFailoverTests {
    typealias Setting = CatalogueTests.Setting
    typealias Call = Rehearsal.Call

    private static let plan = ["plan": "Harbour Logistics Failover Plan"]

    @Test(arguments: Setting.all) func lists(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let plans = try await rehearsal.reads("list-cloud-failover-plans")
        #expect(plans.texts("plans", "tenant") == ["Harbour Logistics", "quayside"])
        let one = try await rehearsal.reads("show-cloud-failover-plan", Self.plan)
        #expect(one.texts("machines", "name") == ["hl-dc01", "hl-erp01", "hl-files01"])
        #expect(one.texts("machines", "order") == ["0", "1", "2"])
        let sessions = try await rehearsal.reads("list-cloud-failover-sessions")
        #expect(sessions.texts("sessions", "name").isEmpty)
        try await rehearsal.refuses("show-cloud-failover-plan", ["plan": "Harbour"], .itemMissing)
    }

    @Test(arguments: Setting.all) func startsOnceAndUndoes(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        let started = try await rehearsal.changes("start-cloud-failover-plan", Self.plan, again: nil)
        #expect(started["session"]?["uid"]?.scalar?.hasPrefix("urn:veeam:CloudFailoverSession:") == true)
        let record = try await rehearsal.runs(
            [
                Call("start-cloud-failover-plan", Self.plan), Call("start-cloud-failover-plan", Self.plan),
                Call("list-cloud-failover-sessions"), Call("undo-cloud-failover-plan", Self.plan),
                Call("undo-cloud-failover-plan", Self.plan),
            ],
            [.changed, .failed, .read, .changed, .failed],
            writes: 4
        ) { laboratory, index in
            if [0, 3].contains(index) { laboratory.time.pass(.seconds(60)) }
        }
        let sessions = record.results[2].outputs["sessions"]?.elements
        #expect(sessions?.count == 1)
        #expect(sessions?.first?["result"]?.scalar == "Success")
    }

    @Test(arguments: Setting.all) func aTenantSeesAndStartsItsOwn(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting, tenant: "Harbour Logistics") { $0.effectDelay = .seconds(2) }
        let plans = try await rehearsal.reads("list-cloud-failover-plans")
        #expect(plans.texts("plans", "name") == ["Harbour Logistics Failover Plan"])
        // Its sessions are not listed to a tenant; the started plan is read back by what its task leads to.
        _ = try await rehearsal.runs(
            [Call("start-cloud-failover-plan", Self.plan), Call("undo-cloud-failover-plan", Self.plan)],
            [.changed, .changed],
            writes: 2
        ) { laboratory, _ in laboratory.time.pass(.seconds(60)) }
        // What a tenant is not offered is missing, and no error of the server.
        try await rehearsal.refuses("list-jobs", [:], .linkMissing)
    }

    @Test(arguments: Setting.all) func startsByATime(_ setting: Setting) async throws {
        let inputs = Self.plan.merging(["at": "2026-01-16T05:00:00Z"]) { $1 }
        let record = try await Rehearsal(setting).changes("start-cloud-failover-plan", inputs, again: nil)
        let sent = String(decoding: record.laboratory.recorder.writes.first?.body ?? [], as: UTF8.self)
        #expect(sent.contains("2026-01-16T05:00:00Z"))
    }

    @Test(arguments: Setting.all) func tries(_ setting: Setting) async throws {
        let record = try await Rehearsal(setting).changes("test-cloud-failover-plan", Self.plan, again: nil)
        #expect(record["session"]?["name"]?.scalar == Self.plan["plan"])
    }

    @Test(arguments: Setting.all) func edits(_ setting: Setting) async throws {
        let inputs = Self.plan.merging(["before": "C:\\scripts\\stop & go.bat", "runsBefore": "true"]) { $1 }
        let record = try await Rehearsal(setting).changes("edit-cloud-failover-plan", inputs)
        let plans = try record.laboratory.transport.snapshot
            .look([LinkStep("Down", "CloudConnectService"), LinkStep("Down", "CloudFailoverPlanList")]).items
        try plans[0].expect("CloudFailoverPlanOptions/PreFailoverPlanCommand", "C:\\scripts\\stop & go.bat")
        try plans[0].expect("CloudFailoverPlanOptions/PreFailoverPlanCommandEnabled", "true")
        try plans[0].expect("Description", "Full site failover")
    }

    @Test(arguments: Setting.all) func deletes(_ setting: Setting) async throws {
        let record = try await Rehearsal(setting).changes("delete-cloud-failover-plan", Self.plan)
        let plans = try record.laboratory.transport.snapshot
            .look([LinkStep("Down", "CloudConnectService"), LinkStep("Down", "CloudFailoverPlanList")]).items
        #expect(plans.map { $0["TenantName"] } == ["quayside"])
    }

    @Test(arguments: Setting.all, ["v1_5", "v1_6"]) func olderVersions(
        _ setting: Setting,
        _ version: String
    ) async throws {
        _ = try await Rehearsal(setting, apiVersion: version).runs(
            [
                Call("list-cloud-failover-plans"),
                Call("edit-cloud-failover-plan", Self.plan.merging(["description": "Old"]) { $1 }),
                Call("test-cloud-failover-plan", Self.plan),
                Call("delete-cloud-failover-plan", ["plan": "quayside Failover Plan"]),
            ],
            [.read, .changed, .changed, .changed],
            writes: 3
        )
    }
}
