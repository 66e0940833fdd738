// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Repositories, servers, and the backup servers that Enterprise Manager knows.
@Suite struct InfrastructureTests {
    typealias Setting = CatalogueTests.Setting
    typealias Call = Rehearsal.Call

    static let secret = "s3cret <word> & \"more\""
    static let newServer = [
        "address": "vbr03.example.test", "description": "Lab <3>", "username": "EXAMPLE\\backup", "password": secret,
    ]

    private func servers(_ record: Rehearsal.Record) throws -> [ServedPage] {
        try record.laboratory.transport.look(LinkStep("Down", "BackupServerList")).items
    }

    @Test(arguments: Setting.all) func lists(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let repositories = try await rehearsal.reads("list-repositories-full")
        #expect(repositories.texts("repositories", "kind")[3] == "Extendable")
        #expect(repositories.texts("repositories", "freeSpace")[0] == String(312 << 30))
        let servers = try await rehearsal.reads("list-backup-servers")
        #expect(servers.texts("backupServers", "name") == ["vbr01.example.test", "vbr02.example.test"])
        #expect(servers.texts("backupServers", "port") == ["9392", "9392"])
        let managed = try await rehearsal.reads("list-managed-servers")
        #expect(managed.texts("managedServers", "type").prefix(4) == ["VC", "VcdSystem", "VC", "Scvmm"])
        let roots = try await rehearsal.reads("list-hierarchy-roots")
        #expect(roots.texts("hierarchyRoots", "name").count == 4)
        #expect(roots.texts("hierarchyRoots", "id").allSatisfy { $0.count == 36 })
        let accelerators = try await rehearsal.reads("list-wan-accelerators")
        #expect(accelerators.texts("wanAccelerators", "description") == ["Headquarters", "Branch office"])
        let external = try await rehearsal.reads("list-external-repositories")
        #expect(external.texts("externalRepositories", "name") == ["Cloud Archive", "Branch Cloud"])
        #expect(external.texts("externalRepositories", "kind") == ["AmazonS3External", "AzureStorageExternal"])
    }

    @Test(arguments: Setting.all) func showsARepository(_ setting: Setting) async throws {
        let rehearsal = Rehearsal(setting)
        let record = try await rehearsal.reads("show-repository", ["repository": "Scale-out 1"])
        #expect(record["repository"]?["Kind"]?.scalar == "Extendable")
        try await rehearsal.refuses("show-repository", ["repository": "Shared Vol"], .itemAmbiguous)
        let all = try await rehearsal.reads("list-repositories")
        let uid = try #require(all.texts("repositories", "uid").dropFirst(5).first)
        let one = try await rehearsal.reads("show-repository", ["repository": uid])
        #expect(one["repository"]?["Name"]?.scalar == "Shared Vol")
    }

    @Test(arguments: Setting.all) func collects(_ setting: Setting) async throws {
        let record = try await Rehearsal(setting)
            .changes("collect-backup-server", ["server": "vbr02.example.test"], again: .changed, furtherWrites: 1)
        #expect(record["server"]?["name"]?.scalar == "vbr02.example.test")
        #expect(record.results[0].task?.operation == "CollectingBackupServer")
    }

    @Test(arguments: Setting.all) func adds(_ setting: Setting) async throws {
        let record = try await Rehearsal(setting).changes("add-backup-server", Self.newServer)
        #expect(record["server"]?["name"]?.scalar == "vbr03.example.test")
        #expect(record["server"]?["uid"]?.scalar?.hasPrefix("urn:veeam:BackupServer:") == true)
        let added = try #require(try servers(record).last)
        try added.expect("Description", "Lab <3>")
        try added.expect("Port", "9392")
        let sent = String(decoding: record.laboratory.recorder.writes.first?.body ?? [], as: UTF8.self)
        #expect(sent.contains("s3cret"))
        let plan = try #require(record.plan)
        #expect(plan.write?.bodyText?.contains("•••") == true)
        let journal = await record.laboratory.journal.entries
        for text in [plan.json.text(), String(describing: journal)] + record.results.map({ $0.json.text() }) {
            #expect(!text.contains("s3cret"))
        }
    }

    @Test(arguments: Setting.all) func refusesWhatIsOutOfBounds(_ setting: Setting) async throws {
        for (name, value) in [("port", "0"), ("port", "65536"), ("thumbprint", "abc")] {
            let laboratory = try Rehearsal(setting).laboratory()
            let error = await #expect(throws: WorkflowError.self) {
                try await laboratory.run("add-backup-server", Self.newServer.merging([name: value]) { $1 })
            }
            #expect(error?.code == .inputInvalid)
        }
    }

    @Test(arguments: Setting.all) func edits(_ setting: Setting) async throws {
        let inputs = ["server": "vbr02.example.test", "description": "Branch & more", "port": "9399"]
        let record = try await Rehearsal(setting).changes("edit-backup-server", inputs)
        let server = try #require(try servers(record).last)
        try server.expect("Name", "vbr02.example.test")
        try server.expect("Description", "Branch & more")
        try server.expect("Port", "9399")
        // An account cannot be read back, so it is sent each time.
        let account = ["server": "vbr02.example.test", "username": "EXAMPLE\\new", "password": Self.secret]
        _ = try await Rehearsal(setting)
            .changes("edit-backup-server", account, again: .changed, furtherWrites: 1)
    }

    /// Nothing tells which account is set, so a lost reply leaves it open; to send it again does no harm.
    @Test func anAccountCannotBeReadBack() async throws {
        let laboratory = try Laboratory(schema: try Rehearsal.schema.get()) {
            $0.faults = [Fault(.dropAfter, on: FaultMatch(method: .put, path: "backupServers"))]
        }
        let result = try await laboratory.run(
            "edit-backup-server",
            ["server": "vbr02.example.test", "password": Self.secret]
        )
        #expect(result.outcome == .changed, "\(result.message)")
        try laboratory.transport.log.expectWrites(2)
    }

    @Test(arguments: Setting.all) func moves(_ setting: Setting) async throws {
        let inputs = ["server": "vbr02.example.test", "address": "vbr22.example.test"]
        let record = try await Rehearsal(setting).changes("edit-backup-server", inputs, again: .failed)
        #expect(record.results[1].failure?.code == .itemMissing)
        #expect(try servers(record).map { $0["Name"] } == ["vbr01.example.test", "vbr22.example.test"])
    }

    @Test(arguments: Setting.all) func removes(_ setting: Setting) async throws {
        let record = try await Rehearsal(setting)
            .changes("remove-backup-server", ["server": "vbr02.example.test"])
        #expect(try servers(record).map { $0["Name"] } == ["vbr01.example.test"])
        #expect(record.plan?.dangers.first?.level == .destructive)
    }

    @Test(arguments: Setting.all, ["v1_5", "v1_6"]) func olderVersions(
        _ setting: Setting,
        _ version: String
    ) async throws {
        let rehearsal = Rehearsal(setting, apiVersion: version)
        let lists = [
            "list-repositories", "list-repositories-full", "list-external-repositories", "list-backup-servers",
            "list-managed-servers", "list-hierarchy-roots", "list-wan-accelerators",
        ]
        for name in lists { _ = try await rehearsal.reads(name) }
        let server = ["server": "vbr03.example.test"]
        _ = try await rehearsal.runs(
            [
                Call("add-backup-server", Self.newServer), Call("collect-backup-server", server),
                Call("edit-backup-server", server.merging(["description": "older"]) { $1 }),
                Call("remove-backup-server", server), Call("remove-backup-server", server),
            ],
            [.changed, .changed, .changed, .changed, .unchanged],
            writes: 4
        )
    }
}
