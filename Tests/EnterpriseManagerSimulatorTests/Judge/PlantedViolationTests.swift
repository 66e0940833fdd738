// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import HTTPTypes
import Hypermedia
import Testing

@testable import EnterpriseManagerSimulator

/// A judge that cannot find anything is worth nothing: each kind of violation is planted once, and must be found.
@Suite struct PlantedViolationTests {
    /// Enough of the world for every kind of violation.
    static let parts: Set<String> = ["logonsessions", "jobs", "repositories", "backupservers"]

    /// What the judge finds in a part of the world.
    static func findings(_ damage: Damage? = nil) throws -> Set<JudgeFinding> {
        var crawl = try LockstepCrawl(
            [.xml, .json],
            within: parts,
            prepare: { client, edition in damage?.plant(in: &client, edition) }
        )
        crawl.run()
        #expect(crawl.visits.count > 30)
        return Judge.findings(crawl, try Schema.enterpriseManager())
    }

    static func expect(_ kind: String, _ words: String = "", from damage: Damage) throws {
        let found = try findings(damage)
        let texts = found.map(\.description).sorted()
        #expect(found.contains { $0.kind == kind && $0.text.contains(words) }, "\(texts.prefix(5))")
    }

    @Test func withoutDamageThereIsNothing() throws {
        let findings = try Self.findings()
        #expect(findings.isEmpty, "\(findings.map(\.description).sorted().prefix(5))")
    }

    @Test func aDanglingLinkIsFound() throws {
        try Self.expect(
            "dangling",
            "404",
            from: Damage(at: { $0 == "/api/jobs" }) { text in
                text.replacing(#/jobs/[0-9a-f]{8}-/#, with: "jobs/00000000-")
            }
        )
    }

    @Test func aDocumentInXMLThatIsInvalidIsFound() throws {
        try Self.expect(
            "invalid",
            "XML",
            from: Damage([.xml], at: { $0 == "/api/jobs" }) { $0.replacing("<Ref ", with: "<Ref Colour=\"red\" ") }
        )
    }

    @Test func aDocumentInJSONThatIsInvalidIsFound() throws {
        try Self.expect(
            "invalid",
            "JSON",
            from: Damage([.json], at: { $0.hasPrefix("/api/jobs/") }) { text in
                text.replacing(#/"ScheduleEnabled": ?(true|false)/#, with: "\"ScheduleEnabled\":\"perhaps\"")
            }
        )
    }

    @Test func aRootThatItsLinkDidNotPromiseIsFound() throws {
        try Self.expect(
            "root",
            "BackupServerList",
            from: Damage(at: { $0.hasPrefix("/api/logonSessions") }) { text in
                text.replacing("\"RepositoryList\"", with: "\"BackupServerList\"")
            }
        )
    }

    @Test func anUpThatDoesNotLeadBackIsFound() throws {
        let (one, other) = try Self.twoRepositories()
        try Self.expect(
            "up",
            from: Damage(at: { $0 == "/api/repositories/\(one)/backups" }) { $0.replacing(one, with: other) }
        )
    }

    @Test func anAlternateThatDoesNotLeadBackIsFound() throws {
        let (one, other) = try Self.twoRepositories()
        try Self.expect(
            "alternate",
            from: Damage(at: { $0 == "/api/repositories/\(one)?format=Entity" }) { text in
                text.replacing("/api/repositories/\(one)\"", with: "/api/repositories/\(other)\"")
            }
        )
    }

    @Test func aLinkThatJSONLacksIsFound() throws {
        try Self.expect(
            "graph",
            "Clone",
            from: Damage([.json], at: { $0.hasPrefix("/api/jobs/") }) { text in
                text.replacing(#/\{[^{}]*"Rel": ?"Clone"[^{}]*\},?/#, with: "")
            }
        )
    }

    @Test func aValueThatJSONHasOtherwiseIsFound() throws {
        try Self.expect(
            "twins",
            "capacity",
            from: Damage([.json], at: { $0.hasPrefix("/api/repositories") }) { text in
                text.replacing(#/"Capacity": ?/#, with: "\"Capacity\":1")
            }
        )
    }

    @Test func aValueThatJSONLacksIsFound() throws {
        try Self.expect(
            "twins",
            "description",
            from: Damage([.json], at: { $0.hasPrefix("/api/backupServers") }) { text in
                text.replacing("\"Description\"", with: "\"Remark\"")
            }
        )
    }

    @Test func anAnswerThatIsNoDocumentIsFound() throws {
        try Self.expect("unreadable", "JSON", from: Damage([.json], at: { $0 == "/api/jobs" }) { $0 + "}" })
    }

    @Test func aMethodThatIsNotServedOrAnswersOtherwiseIsFound() throws {
        let trials = try Self.trials([
            Self.method("POST", "/api/jobs/{ID}?action=start", "202", root: "Task"),
            Self.method("POST", "/api/jobs/{ID}?action=start", "201"),
            Self.method("POST", "/api/jobs/{ID}?action=start", "202", root: "Job"),
            Self.method("GET", "/api/unicorns/{ID}", "200"),
        ])
        #expect(trials.trials.map(\.grade) == [.good, .otherStatus, .otherRoot, .noPlace])
    }

    @Test func aBodyInJSONThatIsTakenOtherwiseIsFound() throws {
        let trials = try Self.trials([Self.method("POST", "/api/jobs/{ID}?action=start", "202", root: "Task")])
        let schema = try Schema.enterpriseManager()
        #expect(!trials.taken.isEmpty)
        #expect(JSONTrials(trials.taken, schema).findings.isEmpty)
        let damages: [@Sendable (inout SimulatorResponse) -> Void] = [
            { $0.status = 400 }, { $0.body = [] },
            { $0.body = Array(String(decoding: $0.body, as: UTF8.self).replacing("TaskId", with: "Id").utf8) },
        ]
        for damage in damages {
            let calls = trials.taken.map { call in
                var call = call
                call.client.damage = { _, response in damage(&response) }
                return call
            }
            #expect(JSONTrials(calls, schema).findings.count == calls.count)
        }
    }

    private static func twoRepositories() throws -> (String, String) {
        var client = try Client.loggedOn()
        let ids = ["Backup Vol 01", "Backup Vol 02"].compactMap { name in
            try? client.repository(name).split(separator: ":").last.map(String.init)
        }
        try #require(ids.count == 2)
        return (ids[0], ids[1])
    }

    private static func method(_ method: String, _ url: String, _ code: String, root: String = "") -> DocumentedMethod?
    {
        DocumentedMethod(row: [
            "method": method, "url_template": url, "stated_code": code, "response_roots_xml": root,
        ])
    }

    private static func trials(_ methods: [DocumentedMethod?]) throws -> MethodTrials {
        var crawl = try LockstepCrawl([.xml], within: parts)
        crawl.run()
        let model = try #require(try Schema.enterpriseManager().model)
        return MethodTrials(methods.compactMap { $0 }, crawl, body: Judge.bodies(model, crawl))
    }
}
