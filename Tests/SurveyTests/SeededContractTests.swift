// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManagerSimulator
import Hypermedia
import Survey
import Testing

/// What another version or another role breaks is told by kind and link, and what each account meets as well.
@Suite struct SeededContractTests {
    static let policy = CrawlPolicy(
        depth: 3,
        types: [
            "JobReferenceList", "Job", "BackupServerReferenceList", "BackupServer", "AgentJobList", "EnterpriseManager",
        ]
    )

    /// What a Portal User is not offered.
    static let hidden = [
        "BackupServer Down:CredentialsList", "BackupServer Down:PasswordKeyList",
        "BackupServerReference Down:CredentialsList", "BackupServerReference Down:PasswordKeyList",
        "LogonSession Down:CloudConnectService", "LogonSession Down:EnterpriseSecuritySettings",
        "LogonSession Down:SystemSessionList", "LogonSession Down:VCloudService",
        "LogonSession Down:VSphereSelfService",
    ]

    static func contract(_ world: SeededWorld) async throws -> LinkContract {
        try await world.crawl("a", policy: policy).contract()
    }

    static func lines(_ breaches: [ContractBreach]) -> [String] {
        breaches.map { breach in
            let link = breach.rel.map { " \($0)" + (breach.type.map { ":\($0)" } ?? "") } ?? ""
            return "\(breach.isBreaking ? "breaks" : "adds") \(breach.rule.rawValue) \(breach.kind)\(link)"
        }
    }

    @Test(arguments: SeededWorld.Dress.all) func anOlderVersionBreaksWhatIsNewer(_ dress: SeededWorld.Dress)
        async throws
    {
        let newest = try await SeededContractTests.contract(try SeededWorld(dress))
        #expect(newest.breaches(by: try await SeededContractTests.contract(try SeededWorld(dress))) == [])
        let older = try await SeededContractTests.contract(try SeededWorld(dress) { $0.apiVersions = [.v1_5] })
        let lines = SeededContractTests.lines(newest.breaches(by: older))
        // Linked lists came with v1_7; a job of the older version offers the rest as before.
        let linked = [
            "link-gone Job Create:LinkedBackupRepositoryObject", "link-gone Job Create:LinkedJobObject",
            "link-gone Job Down:LinkedBackupRepositoryObjectList", "link-gone Job Down:LinkedJobObjectList",
        ]
        #expect(lines == linked.map { "breaks \($0)" }, "\(lines.joined(separator: "\n"))")
        let back = SeededContractTests.lines(older.breaches(by: newest))
        // What is only new breaks nobody.
        #expect(back == linked.map { "adds \($0.replacing("gone", with: "new"))" }, "\(back.joined(separator: "\n"))")
    }

    @Test(arguments: SeededWorld.Dress.all) func aRoleBreaksWhatItIsNotOffered(_ dress: SeededWorld.Dress) async throws
    {
        let all = try await SeededContractTests.contract(try SeededWorld(dress))
        let user = try await SeededContractTests.contract(try SeededWorld(dress, account: 1))
        let lines = SeededContractTests.lines(all.breaches(by: user))
        let expected = SeededContractTests.hidden.map { "breaks link-gone \($0)" }
        #expect(lines == expected, "\(lines.joined(separator: "\n"))")
    }

    @Test(arguments: SeededWorld.Dress.all) func theMatrixTellsOfferedHiddenAndRefused(
        _ dress: SeededWorld.Dress
    ) async throws {
        let administrator = try await SeededWorld(dress).crawl("a", policy: SeededContractTests.policy)
        let world = try SeededWorld(dress, account: 1) {
            $0.faults = [Fault(.status(403), on: FaultMatch(path: "/jobs/"), occurrence: nil)]
        }
        let user = try await world.crawl("b", policy: SeededContractTests.policy)
        let matrix = try RoleMatrix([("administrator", administrator), ("user", user)])
        let lines = matrix.rows.filter(\.differs).map { row in
            "\(row.kind) \(row.rel):\(row.type ?? "") \(row.access.map(\.rawValue).joined(separator: " "))"
        }
        #expect(matrix.names == ["administrator", "user"])
        let expected =
            SeededContractTests.hidden.map { "\($0) offered hidden" } + ["JobReference Alternate:Job offered refused"]
        #expect(Set(lines) == Set(expected), "\(lines.joined(separator: "\n"))")
    }
}
#endif
