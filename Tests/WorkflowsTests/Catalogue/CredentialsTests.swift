// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Credentials and encryption passwords of backup servers.
@Suite struct CredentialsTests {
    static let server = "vbr01.example.test"
    static let secret = "p4ss <w0rd> & \"more\""
    private let toServer = [
        LinkStep("Down", "BackupServerReferenceList"), LinkStep("Alternate", "BackupServer", ofItem: server),
    ]

    private func credentials(of record: Rehearsal.Record) throws -> [(user: String, description: String)] {
        let page = try record.laboratory.transport.snapshot.look(toServer + [LinkStep("Down", "CredentialsList")])
        return page.items.map { ($0["Username"] ?? "", $0["Description"] ?? "") }
    }

    private func hints(of record: Rehearsal.Record) throws -> [String] {
        let page = try record.laboratory.transport.snapshot.look(toServer + [LinkStep("Down", "PasswordKeyList")])
        return page.items.compactMap { $0["Hint"] }
    }

    @Test(arguments: CatalogueTests.Setting.all) func lists(_ setting: CatalogueTests.Setting) async throws {
        let credentials = try await Rehearsal(setting).reads("list-credentials", ["server": Self.server])
        #expect(
            credentials.texts("credentials", "user")
                == ["EXAMPLE\\svc-backup", "administrator@vsphere.local", "root"]
        )
        #expect(credentials.texts("credentials", "id").allSatisfy { $0.count == 36 })
        #expect(!credentials.results[0].json.text().lowercased().contains("password"))
        let keys = try await Rehearsal(setting).reads("list-password-keys", ["server": Self.server])
        #expect(keys.texts("keys", "hint") == ["Tape safe", "Offsite copies"])
        #expect(keys.texts("keys", "modified").allSatisfy { $0.hasPrefix("2025-") })
    }

    /// The server's link Create has no type and stands twice.
    @Test(arguments: DocumentFormat.allCases) func createsCredentials(_ format: DocumentFormat) async throws {
        let inputs = ["server": Self.server, "user": "EXAMPLE\\new", "password": Self.secret, "description": "Added"]
        let record = try await Rehearsal(.init(accept: format, scrambled: false))
            .changes("create-credentials", inputs)
        #expect(record["user"]?.scalar == "EXAMPLE\\new")
        #expect(record["id"]?.scalar?.count == 36)
        #expect(record.results[1].outputs == record.results[0].outputs)
        #expect(record.results[1].message.contains("password was left as it is"))
        #expect(try credentials(of: record).filter { $0 == ("EXAMPLE\\new", "Added") }.count == 1)
        try await expectSilence(record)
    }

    @Test(arguments: DocumentFormat.allCases) func createsAPasswordKey(_ format: DocumentFormat) async throws {
        let inputs = ["server": Self.server, "hint": "New safe", "password": Self.secret]
        let record = try await Rehearsal(.init(accept: format, scrambled: false))
            .changes("create-password-key", inputs)
        #expect(record["hint"]?.scalar == "New safe")
        #expect(try hints(of: record) == ["Tape safe", "Offsite copies", "New safe"])
        try await expectSilence(record)
    }

    /// No output, plan, event or journal shows a password; what was sent has it.
    private func expectSilence(_ record: Rehearsal.Record) async throws {
        let plan = try #require(record.plan)
        #expect(plan.write?.bodyText?.contains("•••") == true)
        let journal = await record.laboratory.journal.entries
        let shown =
            [plan.json.text(), plan.write?.bodyText ?? "", String(describing: journal)]
            + record.results.map { $0.json.text() } + record.laboratory.events.all.map { $0.json.text() }
        for text in shown { #expect(!text.contains("w0rd"), "\(text)") }
        let sent = String(decoding: record.laboratory.recorder.writes.first?.body ?? [], as: UTF8.self)
        #expect(sent.contains("w0rd"))
    }

    @Test(arguments: DocumentFormat.allCases) func opaqueLinksDoNotTellWhatTheyCreate(
        _ format: DocumentFormat
    ) async throws {
        let rehearsal = Rehearsal(.init(accept: format, scrambled: true))
        let secret = ["server": Self.server, "password": Self.secret]
        for (name, input) in [("create-credentials", "user"), ("create-password-key", "hint")] {
            #expect(AmbiguousWorkflows.names.contains(name))
            let inputs = secret.merging([input: "new"]) { $1 }
            try await rehearsal.refuses(name, inputs, .linkAmbiguous)
        }
    }

    @Test(arguments: CatalogueTests.Setting.all) func deletes(_ setting: CatalogueTests.Setting) async throws {
        let record = try await Rehearsal(setting)
            .changes("delete-credentials", ["server": Self.server, "credentials": "vCenter Server"])
        #expect(record["user"]?.scalar == "administrator@vsphere.local")
        #expect(try credentials(of: record).map(\.user) == ["EXAMPLE\\svc-backup", "root"])
        let keys = try await Rehearsal(setting)
            .changes("delete-password-key", ["server": Self.server, "key": "Tape safe"])
        #expect(try hints(of: keys) == ["Offsite copies"])
    }

    @Test(arguments: CatalogueTests.Setting.all) func editsCredentials(
        _ setting: CatalogueTests.Setting
    ) async throws {
        let inputs = ["server": Self.server, "credentials": "root", "description": "Linux & more"]
        let record = try await Rehearsal(setting).changes("edit-credentials", inputs)
        #expect(record["previousDescription"]?.scalar == "Linux")
        #expect(record["user"]?.scalar == "root")
        #expect(try credentials(of: record).contains { $0 == ("root", "Linux & more") })
        // The password that was read is empty: sending it back could make it so.
        let sent = String(decoding: record.laboratory.recorder.writes[0].body ?? [], as: UTF8.self)
        #expect(!sent.contains("Password"), "\(sent)")

        let all = ["server": Self.server, "credentials": "root", "user": "admin", "password": Self.secret]
        let other = try await Rehearsal(setting).changes("edit-credentials", all, again: .failed)
        #expect(other.results[1].failure?.code == .itemMissing)
        #expect(other["previousUser"]?.scalar == "root")
        try await expectSilence(other)
        let nothing = try await Rehearsal(setting).runs(
            [.init("edit-credentials", ["server": Self.server, "credentials": "root"])],
            [.unchanged],
            writes: 0
        )
        #expect(nothing.results[0].message == "They are like that already.")
    }

    @Test(arguments: CatalogueTests.Setting.all) func changesAHint(_ setting: CatalogueTests.Setting) async throws {
        let inputs = ["server": Self.server, "key": "Tape safe", "hint": "Vault"]
        let record = try await Rehearsal(setting).changes("edit-password-key", inputs, again: .failed)
        #expect(record["previousHint"]?.scalar == "Tape safe")
        // The old hint is gone.
        #expect(record.results[1].failure?.code == .itemMissing)
        #expect(try hints(of: record) == ["Vault", "Offsite copies"])
        try await Rehearsal(setting).refuses(
            "edit-password-key",
            ["server": Self.server, "key": "Tape safe", "hint": "Offsite copies"],
            .workflowFailed
        )
    }

    @Test func oneNameForSeveralIsRefused() async throws {
        let laboratory = try Laboratory()
        let catalog = try WorkflowCatalog.enterpriseManager()
        let create = try catalog.workflow("create-credentials")
        let delete = try catalog.workflow("delete-credentials")
        let root = ["server": Self.server, "user": "root", "password": Self.secret, "description": "Another"]
        try await HypermediaClient.withSession(laboratory.client) { _ in
            let runner = laboratory.runner()
            #expect(try await runner.run(create, inputs: root).outcome == .changed)
            let result = try await runner.run(delete, inputs: ["server": Self.server, "credentials": "root"])
            #expect(result.failure?.code == .itemAmbiguous, "\(result.message)")
        }
        try laboratory.transport.log.expectWrites(1)
    }

    @Test(arguments: CatalogueTests.Setting.all) func namesAreComparedWhole(
        _ setting: CatalogueTests.Setting
    ) async throws {
        let rehearsal = Rehearsal(setting)
        try await rehearsal.refuses("list-credentials", ["server": "vbr99.example.test"], .itemMissing)
        let laboratory = try rehearsal.laboratory()
        let inputs = ["server": "vbr02.example.test", "credentials": "svc-branch"]
        let result = try await laboratory.run("delete-credentials", inputs)
        #expect(result.outcome == .unchanged, "\(result.message)")
        try laboratory.transport.log.expectWrites(0)
    }

    @Test(arguments: ["v1_5", "v1_6"]) func olderVersions(_ version: String) async throws {
        for setting in CatalogueTests.Setting.all {
            let rehearsal = Rehearsal(setting, apiVersion: version)
            _ = try await rehearsal.reads("list-credentials", ["server": Self.server])
            _ = try await rehearsal.changes("delete-password-key", ["server": Self.server, "key": "Tape safe"])
        }
    }
}
