// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Tenants of a service provider, their quotas and subtenants.
@Suite struct CloudTenantsTests {
    typealias Setting = CatalogueTests.Setting
    typealias Call = Rehearsal.Call

    static let secret = "p4ss <w0rd> & \"more\""
    static let server = "vbr01.example.test"
    private static let harbour = ["tenant": "Harbour Logistics"]

    private func with(_ inputs: [String: String], _ more: [String: String]) -> [String: String] {
        inputs.merging(more) { $1 }
    }

    private func tenants(_ record: Rehearsal.Record) throws -> [ServedPage] {
        try record.laboratory.transport.snapshot
            .look([LinkStep("Down", "CloudConnectService"), LinkStep("Down", "CloudTenantList")]).items
    }

    private func parts(_ type: String, _ record: Rehearsal.Record) throws -> [ServedPage] {
        try record.laboratory.transport.snapshot.look([
            LinkStep("Down", "CloudConnectService"), LinkStep("Down", "CloudTenantReferenceList"),
            LinkStep("Alternate", "CloudTenant", ofItem: "Harbour Logistics"), LinkStep("Down", type),
        ]).items
    }

    /// No output, plan, event or journal shows the password; what was sent has it.
    private func expectSilence(_ record: Rehearsal.Record) async throws {
        let journal = await record.laboratory.journal.entries
        let shown =
            [record.plan?.json.text() ?? "", record.plan?.write?.bodyText ?? "", String(describing: journal)]
            + record.results.map { $0.json.text() } + record.laboratory.events.all.map { $0.json.text() }
        for text in shown { #expect(!text.contains("w0rd"), "\(text)") }
        let sent = String(decoding: record.laboratory.recorder.writes.first?.body ?? [], as: UTF8.self)
        #expect(sent.contains("w0rd"))
    }

    @Test(arguments: Setting.all) func lists(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let all = try await rehearsal.reads("list-tenants")
        #expect(
            all.texts("tenants", "name")
                == ["Harbour Logistics", "Alder & Finch", "Meadow Dental", "EXAMPLE\\nora.hale", "quayside"]
        )
        #expect(all.texts("tenants", "enabled") == ["true", "true", "false", "true", "true"])
        #expect(all["tenants"]?.elements?[1]["leaseEnds"]?.scalar?.hasPrefix("2026-12-31T00:00:00") == true)
        let uid = try #require(all.texts("tenants", "uid").last)
        for input in ["quayside", uid] {
            let one = try await rehearsal.reads("show-tenant", ["tenant": input])
            #expect(one["tenant"]?["Description"]?.scalar == "Game studio in Cloud Director")
        }
        let quotas = try await rehearsal.reads("list-tenant-quotas", Self.harbour)
        #expect(quotas.texts("quotas", "name") == ["Harbour Vol 01", "Harbour Archive"])
        #expect(quotas.texts("quotas", "quotaMb") == ["4194304", "1048576"])
        #expect(quotas.texts("quotas", "repository").count == 2)
        let subtenants = try await rehearsal.reads("list-subtenants", Self.harbour)
        #expect(subtenants.texts("subtenants", "name") == ["warehouse", "front.office"])
        #expect(subtenants.texts("subtenants", "unlimited") == ["false", "true"])
        try await rehearsal.refuses("show-tenant", ["tenant": "Harbour"], .itemMissing)
        try await rehearsal.refuses("list-subtenants", ["tenant": "quayside"], .linkMissing)
    }

    /// The five links Create of the service differ by their hrefs only.
    @Test(arguments: DocumentFormat.allCases) func creates(_ format: DocumentFormat) async throws {
        let rehearsal = Rehearsal(Setting(accept: format, scrambled: false)) { $0.effectDelay = .seconds(2) }
        let inputs = [
            "name": "Mill & Sons", "server": Self.server, "password": Self.secret, "description": "<flour>",
            "leaseEnds": "2027-01-31T00:00:00Z", "maxTasks": "2", "throttled": "true", "throttleLimit": "5",
            "throttleUnit": "KBps", "publicAddresses": "1", "keepsDeleted": "true", "keepsDeletedDays": "3",
        ]
        let record = try await rehearsal.changes("create-tenant", inputs)
        #expect(record["tenant"]?["uid"]?.scalar?.hasPrefix("urn:veeam:CloudTenant:") == true)
        let tenant = try #require(try tenants(record).last)
        for (path, value) in [
            ("Name", "Mill & Sons"), ("Description", "<flour>"), ("Enabled", "true"), ("MaxConcurrentTasks", "2"),
            ("ThrottlingSpeedLimit", "5"), ("ThrottlingSpeedUnit", "KBps"), ("BackupProtectionPeriod", "3"),
            ("LeaseOptions/Enabled", "true"),
        ] { try tenant.expect(path, value) }
        try await expectSilence(record)
    }

    @Test(arguments: DocumentFormat.allCases) func createsOtherKinds(_ format: DocumentFormat) async throws {
        let rehearsal = Rehearsal(Setting(accept: format, scrambled: false))
        let id = "71bb54d8-d101-45b9-834d-0bff90150280"
        let organization = "urn:vCloud:Organization:\(id).urn:vcloud:org:\(id)"
        let director = ["name": "lighthouse", "server": Self.server, "kind": "vCD", "organization": organization]
        let account = [
            "name": "EXAMPLE\\pat.moss", "server": Self.server, "kind": "ActiveDirectory", "domain": "example.test",
            "domainAccount": "EXAMPLE\\reader",
        ]
        for inputs in [director, account] {
            let record = try await rehearsal.changes("create-tenant", inputs)
            #expect(record["tenant"]?["name"]?.scalar == inputs["name"])
        }
        try await rehearsal.refuses("create-tenant", ["name": "new", "server": Self.server], .missingInput)
        try await rehearsal.refuses("create-tenant", with(director, ["password": "x"]), .inputRefused)
        try await rehearsal.refuses(
            "create-tenant",
            ["name": "new", "server": Self.server, "kind": "ActiveDirectory"],
            .missingInput
        )
    }

    @Test(arguments: DocumentFormat.allCases) func opaqueLinksDoNotTellWhatTheyCreate(
        _ format: DocumentFormat
    ) async throws {
        #expect(AmbiguousWorkflows.names.contains("create-tenant"))
        try await Rehearsal(Setting(accept: format, scrambled: true)).refuses(
            "create-tenant",
            ["name": "new", "server": Self.server, "password": Self.secret],
            .linkAmbiguous
        )
    }

    @Test(arguments: Setting.all) func edits(_ setting: Setting) async throws {
        let inputs = with(
            Self.harbour,
            ["description": "Freight & more", "maxTasks": "7", "throttled": "false", "keepsDeletedDays": "30"]
        )
        let record = try await Rehearsal(setting).changes("edit-tenant", inputs)
        let tenant = try tenants(record)[0]
        for (path, value) in [
            ("Description", "Freight & more"), ("MaxConcurrentTasks", "7"), ("ThrottlingEnabled", "false"),
            ("BackupProtectionPeriod", "30"), ("Enabled", "true"), ("PublicIpCount", "2"),
        ] { try tenant.expect(path, value) }
        let lease = with(Self.harbour, ["leaseEnds": "2027-01-31T00:00:00Z"])
        let leased = try await Rehearsal(setting).changes("edit-tenant", lease, again: nil)
        try tenants(leased)[0].expect("LeaseOptions/Enabled", "true")
        // A password cannot be read back, so it is written each time.
        let password = with(Self.harbour, ["password": Self.secret])
        let silent = try await Rehearsal(setting)
            .changes("edit-tenant", password, again: .changed, furtherWrites: 1)
        try await expectSilence(silent)
        _ = try await Rehearsal(setting).runs([Call("edit-tenant", Self.harbour)], [.unchanged], writes: 0)
    }

    @Test(arguments: Setting.all) func switchesOffAndOn(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        let off = try await rehearsal.changes("disable-tenant", Self.harbour)
        try tenants(off)[0].expect("Enabled", "false")
        let record = try await rehearsal.runs(
            [Call("enable-tenant", Self.harbour), Call("enable-tenant", ["tenant": "Meadow Dental"])],
            [.unchanged, .changed],
            writes: 1
        )
        try tenants(record)[2].expect("Enabled", "true")
    }

    @Test(arguments: Setting.all, ["true", "false"]) func deletes(_ setting: Setting, _ backups: String) async throws {
        let inputs = ["tenant": "Meadow Dental", "deleteBackups": backups]
        let record = try await Rehearsal(setting).changingQueries.changes("delete-tenant", inputs)
        #expect(try tenants(record).count == 4)
        let sent = try #require(record.laboratory.transport.log.writes.first)
        #expect(sent.path.hasSuffix("?includeBackups=\(backups)"), "\(sent)")
        #expect(record.plan?.dangers.contains { $0.level == .destructive } == true)
    }

    @Test(arguments: Setting.all) func managesSubtenants(_ setting: Setting) async throws {
        let name = with(Self.harbour, ["subtenant": "night shift"])
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        let inputs = with(
            Self.harbour,
            ["name": "night shift", "password": Self.secret, "quota": "Harbour Archive", "quotaMb": "1024"]
        )
        let created = try await rehearsal.changes("create-subtenant", inputs)
        #expect(created["subtenant"]?["quotaMb"]?.scalar == "1024")
        try await expectSilence(created)
        let unlimited = with(
            Self.harbour,
            ["name": "all of it", "password": Self.secret, "quota": "Harbour Archive"]
        )
        let record = try await rehearsal.runs(
            [
                Call("create-subtenant", inputs), Call("create-subtenant", unlimited),
                Call("edit-subtenant", with(name, ["quotaMb": "2048", "description": "Late"])),
                Call("edit-subtenant", with(name, ["quotaMb": "2048"])),
                Call("edit-subtenant", with(name, ["password": Self.secret, "enabled": "false"])),
                Call("delete-subtenant", with(Self.harbour, ["subtenant": "warehouse"])),
                Call("delete-subtenant", with(Self.harbour, ["subtenant": "warehouse"])),
            ],
            [.changed, .changed, .changed, .unchanged, .changed, .changed, .unchanged],
            writes: 5
        )
        let subtenants = try parts("CloudSubtenantList", record)
        #expect(subtenants.map { $0["Name"] } == ["front.office", "night shift", "all of it"])
        try subtenants[1].expect("RepositoryQuota/QuotaMb", "2048")
        try subtenants[1].expect("Description", "Late")
        try subtenants[1].expect("Enabled", "false")
        try subtenants[2].expect("RepositoryQuota/Unlimited", "true")
        let edits = record.laboratory.recorder.writes.map { String(decoding: $0.body ?? [], as: UTF8.self) }
        // An empty password is not sent back.
        #expect(!edits[2].contains("Password"), "\(edits[2])")
    }

    @Test(arguments: Setting.all) func managesQuotas(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting) { $0.effectDelay = .seconds(2) }
        let inputs = with(Self.harbour, ["name": "Harbour Vol 02", "repository": "Backup Vol 02", "quotaMb": "512"])
        let added = try await rehearsal.changes("add-tenant-quota", inputs)
        #expect(added["quota"]?["quotaMb"]?.scalar == "512")
        #expect(added.results[1].outputs == added.results[0].outputs)
        let accelerated = with(inputs, ["name": "Fast", "accelerator": "urn:none"])
        try await rehearsal.refuses("add-tenant-quota", accelerated, .itemMissing)
        let removed = try await rehearsal.changes(
            "remove-tenant-quota",
            with(Self.harbour, ["quota": "Harbour Archive"])
        )
        #expect(try parts("CloudTenantResourceList", removed).count == 1)
        // One of several quotas cannot be changed alone.
        try await rehearsal.refuses(
            "edit-tenant-quota",
            with(Self.harbour, ["quota": "Harbour Archive", "quotaMb": "9"]),
            .workflowFailed
        )
        let only = ["tenant": "Alder & Finch", "quota": "Cloud Repository", "quotaMb": "600000"]
        let edited = try await rehearsal.changes("edit-tenant-quota", only)
        #expect(edited["quota"]?["quotaMb"]?.scalar == "600000")
        try tenants(edited)[1].expect("Resources/CloudTenantResource/RepositoryQuota/UsedQuota", "501760")
    }

    @Test(arguments: Setting.all, ["v1_5", "v1_6"]) func olderVersions(
        _ setting: Setting,
        _ version: String
    ) async throws {
        let rehearsal = Rehearsal(setting, apiVersion: version)
        for (name, inputs) in [("list-tenants", [:]), ("show-tenant", Self.harbour), ("list-subtenants", Self.harbour)]
        { _ = try await rehearsal.reads(name, inputs) }
        _ = try await rehearsal.runs(
            [
                Call("edit-tenant", with(Self.harbour, ["description": "Old"])),
                Call("remove-tenant-quota", with(Self.harbour, ["quota": "Harbour Archive"])),
                Call("disable-tenant", Self.harbour),
            ],
            [.changed, .changed, .changed],
            writes: 3
        )
    }
}
