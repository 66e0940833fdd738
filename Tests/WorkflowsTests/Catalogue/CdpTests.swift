// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Policies of continuous data protection, which no documented link leads to.
@Suite struct CdpTests {
    typealias Setting = CatalogueTests.Setting
    typealias Call = Rehearsal.Call

    private static let policy = ["policy": "CDP ERP"]
    private static let all: [(String, [String: String])] = [
        ("list-cdp-policies", [:]), ("show-cdp-policy", policy), ("enable-cdp-policy", policy),
        ("disable-cdp-policy", policy), ("edit-cdp-policy", policy),
        ("add-vm-to-cdp-policy", policy.merging(["vm": "web01"]) { $1 }),
        ("remove-vm-from-cdp-policy", policy.merging(["vm": "erp01"]) { $1 }),
    ]

    /// A server with the links that the guide does not have.
    private func rehearsal(_ setting: Setting) -> Rehearsal {
        Rehearsal(setting) {
            $0.linksInferredLists = true
            $0.effectDelay = .seconds(2)
        }
    }

    @Test(arguments: Setting.all) func withoutALinkNothingIsMadeUp(_ setting: Setting) async throws {
        for (name, inputs) in Self.all {
            let result = try await Rehearsal(setting).refuses(name, inputs, .linkMissing)
            let hint = result.failure?.hint ?? ""
            #expect(hint.contains("documents no link from the session to CDP policies"), "\(name): \(hint)")
        }
    }

    @Test(arguments: Setting.all) func lists(_ setting: Setting) async throws {
        let record = try await rehearsal(setting).reads("list-cdp-policies")
        #expect(record.texts("policies", "name") == ["CDP ERP", "CDP Cloud Director", "CDP Lab"])
        #expect(record.texts("policies", "enabled") == ["true", "true", "false"])
        let one = try await rehearsal(setting).reads("show-cdp-policy", Self.policy)
        #expect(one.texts("objects", "name") == ["erp01", "erp02"])
        #expect(one["policy"]?["Platform"]?.scalar == "VMware")
    }

    @Test(arguments: Setting.all) func switches(_ setting: Setting) async throws {
        _ = try await rehearsal(setting).changes("disable-cdp-policy", Self.policy)
        let record = try await rehearsal(setting).runs(
            [
                Call("enable-cdp-policy", Self.policy), Call("enable-cdp-policy", ["policy": "CDP Lab"]),
                Call("list-cdp-policies"),
            ],
            [.unchanged, .changed, .read],
            writes: 1
        )
        let states = record.results[2].outputs["policies"]?.elements?.compactMap { $0["enabled"]?.scalar }
        #expect(states == ["true", "true", "true"])
    }

    @Test(arguments: Setting.all) func edits(_ setting: Setting) async throws {
        let inputs = Self.policy.merging(["description": "Fast & safe", "longTermDays": "14"]) { $1 }
        _ = try await rehearsal(setting).changes("edit-cdp-policy", inputs)
        let record = try await rehearsal(setting).runs(
            [Call("edit-cdp-policy", inputs), Call("show-cdp-policy", Self.policy)],
            [.changed, .read],
            writes: 1
        )
        let policy = record.results[1].outputs["policy"]
        #expect(policy?["Description"]?.scalar == "Fast & safe")
        let schedule = policy?["PolicyScheduleOptions"]?["CdpReplica"]
        #expect(schedule?["LongTermRetentionKeepDays"]?.scalar == "14")
        #expect(schedule?["ShortTermRetentionHours"]?.scalar == "4")
    }

    @Test(arguments: Setting.all) func changesWhatIsProtected(_ setting: Setting) async throws {
        let found = try await Rehearsal(setting).reads("list-objects", ["type": "Vm"])
        let names = found.texts("objects", "name")
        let name = try #require(names.first { name in names.filter { $0 == name }.count == 1 })
        let added = try await rehearsal(setting)
            .changes("add-vm-to-cdp-policy", Self.policy.merging(["vm": name]) { $1 })
        #expect(added.texts("objects", "name") == ["erp01", "erp02", name])
        let removed = try await rehearsal(setting)
            .changes("remove-vm-from-cdp-policy", Self.policy.merging(["vm": "erp01"]) { $1 })
        #expect(removed.texts("objects", "name") == ["erp02"])
        try await rehearsal(setting)
            .refuses("remove-vm-from-cdp-policy", ["policy": "CDP Lab", "vm": "lab02"], .workflowFailed)
    }
}
