// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// What self-service allows organizations of Cloud Director, and users and groups of vSphere.
@Suite struct SelfServiceTests {
    typealias Setting = CatalogueTests.Setting
    typealias Call = Rehearsal.Call

    private static let sales = ["organization": "Sales"]
    private static let user = ["account": "EXAMPLE\\dba"]

    private func configs(_ service: String, _ list: String, _ record: Rehearsal.Record) throws -> [ServedPage] {
        try record.laboratory.transport.snapshot.look([LinkStep("Down", service), LinkStep("Down", list)]).items
    }

    private func organizations(_ record: Rehearsal.Record) throws -> [ServedPage] {
        try configs("VCloudService", "VCloudOrganizationConfigList", record)
    }

    private func users(_ record: Rehearsal.Record) throws -> [ServedPage] {
        try configs("VSphereSelfService", "VSphereSelfServiceConfigList", record)
    }

    @Test(arguments: Setting.all) func lists(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let organizations = try await rehearsal.reads("list-org-configs")
        #expect(organizations.texts("configs", "organization") == ["Other organizations", "Research", "Sales"])
        #expect(organizations.texts("configs", "quotaGb") == ["0", "500", "250"])
        let one = try await rehearsal.reads("show-org-config", Self.sales)
        #expect(one["config"]?["RepositoryFriendlyName"]?.scalar == "Sales backups")
        let users = try await rehearsal.reads("list-self-service-configs")
        #expect(users.texts("configs", "account") == ["EXAMPLE\\Developers", "EXAMPLE\\dba"])
        #expect(users.texts("configs", "type") == ["Group", "User"])
        let user = try await rehearsal.reads("show-self-service-config", Self.user)
        #expect(user["config"]?["QuotaGb"]?.scalar == "500")
        try await rehearsal.refuses("show-org-config", ["organization": "sales"], .itemMissing)
    }

    @Test(arguments: Setting.all) func createsForOrganizations(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        let servers = try await rehearsal.reads("list-managed-servers")
        let pairs = zip(servers.texts("managedServers", "name"), servers.texts("managedServers", "type"))
        let host = try #require(pairs.first { $0.1 == "VcdSystem" }?.0)
        let inputs = [
            "organization": "Legal & tax", "server": "vbr01.example.test", "host": host,
            "repository": "Backup Vol 01", "quotaGb": "100", "scheduler": "Partial",
        ]
        let record = try await rehearsal.changes("create-org-config", inputs)
        let new = try #require(try organizations(record).last)
        try new.expect("Name", "Legal & tax")
        try new.expect("QuotaGb", "100")
        try new.expect("RepositoryFriendlyName", "Backup Vol 01")
        try new.expect("JobSettings/JobSchedulerType", "Partial")
        #expect(record["config"]?["organization"]?.scalar == "Legal & tax")
    }

    @Test(arguments: Setting.all) func changesOrganizations(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        let edited = try await rehearsal.changes(
            "edit-org-config",
            Self.sales.merging(["quotaGb": "300", "disabled": "true", "scheduler": "Random"]) { $1 }
        )
        let sales = try organizations(edited)[2]
        try sales.expect("QuotaGb", "300")
        try sales.expect("IsDisabled", "true")
        try sales.expect("JobSettings/JobSchedulerType", "Random")
        try sales.expect("RepositoryFriendlyName", "Sales backups")
        let disabled = try await rehearsal.changes("disable-default-org-config", [:])
        try organizations(disabled)[0].expect("IsDisabled", "true")
        try await rehearsal.refuses("disable-default-org-config", Self.sales, .linkMissing)
        let both = try await rehearsal.runs(
            [Call("enable-default-org-config"), Call("disable-default-org-config"), Call("enable-default-org-config")],
            [.unchanged, .changed, .changed],
            writes: 2
        )
        try organizations(both)[0].expect("IsDisabled", "false")
    }

    @Test(arguments: Setting.all) func deletesOrganizations(_ setting: Setting) async throws {
        let deletion = Self.sales.merging(["deleteJobs": "true", "deleteBackupFiles": "false"]) { $1 }
        let record = try await Rehearsal(setting).changingQueries.changes("delete-org-config", deletion)
        #expect(try organizations(record).count == 2)
        let sent = try #require(record.laboratory.transport.log.writes.first)
        #expect(sent.path.contains("deleteJobs=true"), "\(sent)")
        #expect(sent.path.contains("deleteBackupFiles=false"), "\(sent)")
    }

    @Test(arguments: Setting.all) func changesUsers(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        var inputs = [
            "account": "EXAMPLE\\Testers", "type": "Group", "repository": "Backup Vol 02", "quotaGb": "64",
            "perUser": "true",
        ]
        let created = try await rehearsal.changes("create-self-service-config", inputs)
        let new = try #require(try users(created).last)
        try new.expect("Account/AccountName", "EXAMPLE\\Testers")
        try new.expect("PerUser", "true")
        inputs["tag"] = "Testing"
        let tagged = try await rehearsal.runs(
            [
                Call("create-self-service-config", inputs),
                Call("show-self-service-config", ["account": "EXAMPLE\\Testers"]),
            ],
            [.changed, .read],
            writes: 1
        )
        #expect(tagged.results[1].json.text().contains("Testing"))
        let edited = try await rehearsal.changes(
            "edit-self-service-config",
            Self.user.merging(["quotaGb": "700", "highPriority": "false"]) { $1 }
        )
        let user = try users(edited)[1]
        try user.expect("QuotaGb", "700")
        try user.expect("JobSettings/HighPriorityJob", "false")
        try user.expect("JobSettings/JobSchedulerType", "Full")
        let deleted = try await rehearsal.changes("delete-self-service-config", Self.user)
        #expect(try users(deleted).map { $0["Name"] } == ["EXAMPLE\\Developers"])
    }

    @Test(arguments: Setting.all, ["v1_5", "v1_6"]) func olderVersions(
        _ setting: Setting,
        _ version: String
    ) async throws {
        _ = try await Rehearsal(setting, apiVersion: version).runs(
            [
                Call("list-org-configs"), Call("edit-org-config", ["organization": "Research", "quotaGb": "1"]),
                Call("list-self-service-configs"), Call("delete-self-service-config", Self.user),
            ],
            [.read, .changed, .read, .changed],
            writes: 2
        )
    }
}
