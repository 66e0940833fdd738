// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import HTTPTypes
import Hypermedia
import Testing

@testable import EnterpriseManagerSimulator

/// A world with many jobs is as whole as the one without.
@Suite struct GeneratedWorldTests {
    static func configuration(seed: UInt64 = 1) -> SimulatorConfiguration {
        SimulatorConfiguration {
            $0.generatedJobs = 2000
            $0.seed = seed
            $0.keepsLog = false
        }
    }

    /// What a long walk by chance sees: every page, in its order.
    ///
    /// Lists of everything are long; what they hold is reached through the pages of queries, too.
    static func walk(
        _ client: inout Client,
        pages: Int,
        seed: UInt64,
        _ look: (String, SimulatorResponse) throws -> Void
    ) throws {
        let readable: Set<String> = ["Up", "Down", "Alternate", "Related", "First", "Next", "Last"]
        var chance = SeededGenerator(seed: seed)
        let hub = try #require(client.hub)
        var hrefs = hub.links.filter { readable.contains($0.rel) }.map(\.href)
        var seen = Set(hrefs)
        for _ in 0..<pages {
            guard !hrefs.isEmpty else { return }
            let href = hrefs.remove(at: Int.random(in: hrefs.indices, using: &chance))
            let path = String(href.dropFirst(client.simulator.configuration.publicOrigin.count))
            let response = client.simulator.respond(
                to: SimulatorRequest(
                    .get,
                    path,
                    headers: [.accept: client.accept, Simulator.tokenHeader: client.token ?? ""]
                ),
                at: .zero,
                wholeBelow: 100_000
            )
            try look(href, response)
            guard response.pieces == nil else { continue }
            let links = try Page(response).allLinks.filter { readable.contains($0.rel) }.map(\.href)
            for href in links.shuffled(using: &chance).filter({ !seen.contains($0) }).prefix(8) {
                seen.insert(href)
                hrefs.append(href)
            }
        }
    }

    @Test(arguments: [false, true]) func noLinkOfASampleDangles(json: Bool) throws {
        let schema = try Schema.enterpriseManager()
        var client = try Client.loggedOn(GeneratedWorldTests.configuration(), json: json)
        var count = 0
        try GeneratedWorldTests.walk(&client, pages: 300, seed: json ? 2 : 1) { href, response in
            count += 1
            #expect(response.status == 200, "\(href)")
            guard !json, response.pieces == nil else { return }
            let report = try schema.validate(response.body)
            #expect(report.verdict == .valid, "\(href) \(report.findings)")
        }
        #expect(count == 300)
    }

    @Test func theSeedIsTheWorld() throws {
        func seen(_ seed: UInt64) throws -> [[UInt8]] {
            var client = try Client.loggedOn(GeneratedWorldTests.configuration(seed: seed))
            var bodies: [[UInt8]] = []
            try GeneratedWorldTests.walk(&client, pages: 40, seed: 3) { bodies.append($1.body) }
            return bodies
        }
        let one = try seen(1)
        let again = try seen(1)
        let other = try seen(2)
        #expect(one == again)
        // Long answers are not looked at, and services and roles are the same everywhere.
        let bodies = one.count { !$0.isEmpty }
        let different = zip(one, other).count { $0 != $1 }
        #expect(bodies > 20)
        #expect(different * 2 > bodies)
    }

    @Test(arguments: [0, 1, 17, 1999]) func aSessionOfLastNightHasItsParts(number: Int) throws {
        var client = try Client.loggedOn(GeneratedWorldTests.configuration())
        let world = World(GeneratedWorldTests.configuration(), secrets: SeededGenerator(seed: 1))
        let id = try #require(world.jobSessions.generated(number)).id
        let session = try client.get("/api/backupSessions/\(id)?format=Entity")
        let tasks = try client.get(session.href("Down:BackupTaskSessionReferenceList"))
        let reference = try #require(tasks.items("Ref").first)
        #expect(tasks.items("Ref").count == 1)
        let task = try client.get(reference.href("Alternate:BackupTaskSession"))
        #expect(task["VmDisplayName"] == "vm\(number + 1)")
        #expect(task.child("Result")?.node.text == session.child("Result")?.node.text)
        #expect(task.child("State")?.node.text == "Completed")
        let hasFailed = number == 17
        #expect(session.pairs.contains("Related:RestorePointReference") == !hasFailed)
        #expect(task.pairs.contains("Related:VmRestorePoint") == !hasFailed)
        #expect(task.child("Reason")?.node.text.isEmpty == !hasFailed)
        guard !hasFailed else { return }
        let point = try client.get(task.href("Related:VmRestorePoint"))
        #expect(point.status == 200)
        #expect(point.node.attributes["VmDisplayName"] == "vm\(number + 1)")
    }
}
