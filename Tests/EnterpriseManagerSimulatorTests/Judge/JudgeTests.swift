// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Foundation
import Hypermedia
import NodeStore
import Testing
import XMLSchema

@testable import EnterpriseManagerSimulator

/// The whole simulator, judged from outside: by its links, by the schema and by the tables of the guide.
@Suite struct JudgeTests {
    @Test func theGraphIsWholeInEveryEdition() throws {
        var crawl = try LockstepCrawl(Edition.allCases, prepare: Judge.beBusy)
        crawl.run()
        let schema = try Schema.enterpriseManager()
        let trips = RoundTrips(crawl.visits)
        let findings = crawl.findings.union(trips.findings).union(Judge.invalid(crawl, schema))
        Judge.report("graph: \(crawl.visits.count) resources, \(trips.count) round trips", findings)
        #expect(findings.count <= Judge.allowedFindings)
        #expect(crawl.visits.count >= Judge.leastResources)
        for client in crawl.clients { #expect(client.simulator.log.madeUp.isEmpty) }
    }

    @Test(arguments: [SimulatorRole.portalUser, .vmRestoreOperator])
    func whatARoleSeesIsWhole(role: SimulatorRole) throws {
        let account = SimulatorAccount(name: "EXAMPLE\\judge", password: "fair play", roles: [role])
        var crawl = try LockstepCrawl([.xml, .json], { $0.accounts.append(account) }, as: account)
        crawl.run()
        let findings = crawl.findings.union(Judge.invalid(crawl, try Schema.enterpriseManager()))
        Judge.report("role \(role.rawValue): \(crawl.visits.count) resources", findings)
        #expect(findings.isEmpty, "\(findings.map(\.description).sorted().prefix(20))")
        #expect(crawl.visits.count > 10)
    }

    @Test(.enabled(if: GuideTable.areThere, "the tables of the guide lie beside the package only at its makers'"))
    func whatTheGuideListsIsServed() throws {
        // What the guide documents without the way to it is linked, too.
        var crawl = try LockstepCrawl([.xml], { $0.linksInferredLists = true }, prepare: Judge.beBusy)
        crawl.run()
        let schema = try Schema.enterpriseManager()
        let model = try #require(schema.model)
        let methods = try GuideTable.rows("METHODS").compactMap(DocumentedMethod.init)
        let trials = MethodTrials(methods, crawl, body: Judge.bodies(model, crawl))

        let missed = trials.trials.filter { $0.grade < .failedTask }
        let failed = trials.trials.filter { $0.grade == .failedTask }
        let answered = Double(methods.count - missed.count) / Double(methods.count)
        let listed = Set(try GuideTable.rows("LINK_INVENTORY").map(LinkKind.init))
        let kinds = trials.kinds.union(try Judge.typedDeletes())
        let absent = listed.subtracting(kinds)
        let served = Double(listed.count - absent.count) / Double(listed.count)
        let pairs = Set(listed.map(\.pair)).subtracting(kinds.map(\.pair))
        let invalid = Judge.invalid(trials.answers, schema)
        Judge.report(
            """
            methods: \(methods.count - missed.count) of \(methods.count) answered as documented, \
            the tasks of \(failed.count) of them fail
            links: \(listed.count - absent.count) of \(listed.count) kinds served, \(pairs.count) pairs of Rel and Type nowhere
            """,
            invalid,
            lines: missed.map { "method\t\($0)" }.sorted() + failed.map { "task\t\($0)" }.sorted()
                + absent.sorted().map { "link\t\($0)" }
        )
        #expect(invalid.isEmpty)
        #expect(answered >= Judge.leastMethods)
        #expect(served >= Judge.leastLinks)
        let methodsWithoutReason = missed.filter { Excuses.methods[$0.method.description] == nil }
        let linksWithoutReason = absent.filter { Excuses.links[$0.description] == nil }
        #expect(methodsWithoutReason.count <= Judge.allowedWithoutReason, "\(methodsWithoutReason)")
        #expect(linksWithoutReason.count <= Judge.allowedWithoutReason, "\(linksWithoutReason.sorted())")
    }
}
