// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Accounts, their roles and restore scopes.
@Suite struct SecurityTests {
    typealias Setting = CatalogueTests.Setting
    typealias Call = Rehearsal.Call

    private static let dba = ["account": "EXAMPLE\\dba"]

    private func with(_ more: [String: String]) -> [String: String] { Self.dba.merging(more) { $1 } }

    private func accounts(_ record: Rehearsal.Record) throws -> [String] {
        try record.laboratory.transport.snapshot
            .look([
                LinkStep("Down", "EnterpriseSecuritySettings"), LinkStep("Down", "EnterpriseAccountReferenceList"),
            ]).items.compactMap { $0["Name"] }
    }

    @Test(arguments: Setting.all) func lists(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let accounts = try await rehearsal.reads("list-accounts")
        #expect(accounts.texts("accounts", "name").suffix(2) == ["EXAMPLE\\Service Desk", "EXAMPLE\\dba"])
        let roles = try await rehearsal.reads("list-roles")
        #expect(roles.texts("roles", "name").count == 7)
        #expect(roles.texts("roles", "name").contains("Portal Administrator"))
        let uid = try #require(accounts.texts("accounts", "uid").last)
        for input in ["EXAMPLE\\dba", uid] {
            let one = try await rehearsal.reads("show-account", ["account": input])
            #expect(one["account"]?["AllowRestoreAllVms"]?.scalar == "false")
            #expect(
                one["roles"]?.elements?.compactMap(\.scalar).sorted() == ["Portal User", "SQL Restore Operator"]
            )
            #expect(one.texts("scopes", "name") == ["Databases", "Databases (new)"])
            #expect(one.texts("scopes", "state") == ["Processed", "Unprocessed"])
        }
        try await rehearsal.refuses("show-account", ["account": "dba"], .itemMissing)
    }

    @Test(arguments: Setting.all) func createsAndDeletes(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let inputs = ["name": "EXAMPLE\\Night & day", "role": "File Restore Operator", "type": "Group"]
        let created = try await rehearsal.changes("create-account", inputs)
        #expect(try accounts(created).last == "EXAMPLE\\Night & day")
        #expect(created["account"]?["uid"]?.scalar?.hasPrefix("urn:veeam:EnterpriseAccount:") == true)
        let record = try await rehearsal.runs(
            [Call("create-account", inputs), Call("show-account", ["account": "EXAMPLE\\Night & day"])],
            [.changed, .read],
            writes: 1
        )
        #expect(record.results[1].outputs["account"]?["AccountType"]?.scalar == "Group")
        #expect(record.results[1].outputs["account"]?["AllowRestoreAllVms"]?.scalar == "false")
        #expect(record.results[1].outputs["roles"]?.elements?.compactMap(\.scalar) == ["File Restore Operator"])
        try await rehearsal.refuses("create-account", ["name": "EXAMPLE\\new", "role": "King"], .itemMissing)
        let deleted = try await rehearsal.changes("delete-account", Self.dba)
        #expect(try !accounts(deleted).contains("EXAMPLE\\dba"))
    }

    @Test(arguments: Setting.all) func changesRoles(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let role = with(["role": "Oracle Restore Operator"])
        let added = try await rehearsal.changes("add-role", role)
        #expect(added["roles"]?.elements?.count == 3)
        let removed = try await rehearsal.changes("remove-role", with(["role": "Portal User"]))
        #expect(removed["roles"]?.elements?.compactMap(\.scalar) == ["SQL Restore Operator"])
    }

    @Test(arguments: Setting.all) func changesScopes(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let tag = with(["object": "Backup daily", "type": "Tag"])
        let found = try await rehearsal.reads("find-object", ["name": "Backup daily"])
        let isOne = found.texts("objects", "reference").count == 1
        if isOne {
            let added = try await rehearsal.changes("add-scope", tag)
            #expect(added.texts("scopes", "name") == ["Databases", "Databases (new)", "Backup daily"])
            #expect(added.texts("scopes", "type").last == "Tag")
        } else {
            try await rehearsal.refuses("add-scope", tag, .itemAmbiguous)
        }
        let removed = try await rehearsal.changes("remove-scope", with(["object": "Databases"]))
        #expect(removed.texts("scopes", "name") == ["Databases (new)"])
        try await rehearsal.refuses("add-scope", with(["object": "nowhere"]), .itemMissing)
    }

    @Test(arguments: Setting.all) func togglesOnlyIfNeeded(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        _ = try await rehearsal.changes("disable-restore-scopes", Self.dba)
        let record = try await rehearsal.runs(
            [
                Call("enable-restore-scopes", Self.dba), Call("disable-restore-scopes", Self.dba),
                Call("show-account", Self.dba), Call("enable-restore-scopes", Self.dba),
                Call("show-account", Self.dba),
            ],
            [.unchanged, .changed, .read, .changed, .read],
            writes: 2
        )
        #expect(
            [2, 4].map { record.results[$0].outputs["account"]?["AllowRestoreAllVms"]?.scalar } == ["true", "false"]
        )
    }

    @Test(arguments: Setting.all) func rebuilds(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        for which in ["all", "unprocessed", "mine"] {
            let record = try await rehearsal.changes(
                "rebuild-scopes",
                ["which": which],
                again: .changed,
                furtherWrites: 1
            )
            #expect(record.results[0].task?.operation == "StartRebuildScope")
        }
        let record = try await rehearsal.runs(
            [Call("rebuild-scopes"), Call("show-account", Self.dba)],
            [.changed, .read],
            writes: 1
        )
        let states = record.results[1].outputs["scopes"]?.elements?.compactMap { $0["state"]?.scalar }
        #expect(states == ["Processed", "Processed"])
    }

    @Test(arguments: Setting.all, ["v1_5", "v1_6"]) func olderVersions(
        _ setting: Setting,
        _ version: String
    ) async throws {
        _ = try await Rehearsal(setting, apiVersion: version).runs(
            [
                Call("list-accounts"), Call("add-role", with(["role": "Oracle Restore Operator"])),
                Call("disable-restore-scopes", Self.dba), Call("remove-scope", with(["object": "Databases"])),
                Call("delete-account", Self.dba),
            ],
            [.read, .changed, .changed, .changed, .changed],
            writes: 4
        )
    }
}
