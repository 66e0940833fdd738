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
        // What the guide documents without the way to it is linked, too.
        var crawl = try LockstepCrawl(Edition.allCases, { $0.linksInferredLists = true }, prepare: Judge.beBusy)
        crawl.run()
        let trips = RoundTrips(crawl.visits)
        let findings = Judge.findings(crawl, try Schema.enterpriseManager())
        Judge.report("graph: \(crawl.visits.count) resources, \(trips.count) round trips", findings)
        #expect(findings.count <= Judge.allowedFindings, "\(findings.map(\.description).sorted().prefix(20))")
        #expect(crawl.visits.count >= Judge.leastResources)
        for client in crawl.clients { #expect(client.simulator.log.madeUp.isEmpty) }
    }

    @Test(arguments: Judge.isThorough ? Viewpoint.all : Viewpoint.few)
    func whatOthersSeeIsWhole(viewpoint: Viewpoint) throws {
        var crawl = try LockstepCrawl(
            [.xml, .json],
            { $0.accounts += viewpoint.account.map { [$0] } ?? [] },
            logOn: viewpoint.logOn
        )
        crawl.run()
        let findings = Judge.findings(crawl, try Schema.enterpriseManager())
        Judge.report("view of \(viewpoint.testDescription): \(crawl.visits.count) resources", findings)
        #expect(findings.isEmpty, "\(findings.map(\.description).sorted().prefix(20))")
        #expect(crawl.visits.count > 10)
    }

    /// The latest version is that of the other crawls.
    @Test(.enabled(if: Judge.isThorough, "tried where everything is"), arguments: ["v1_5", "v1_6", "v1_7"])
    func olderVersionsAreWhole(version: String) throws {
        var crawl = try LockstepCrawl([.xml, .json], logOn: { try $0.logOn(version: version) }, prepare: Judge.beBusy)
        crawl.run()
        let findings = Judge.findings(crawl, try Schema.enterpriseManager())
        Judge.report("version \(version): \(crawl.visits.count) resources", findings)
        #expect(findings.isEmpty, "\(findings.map(\.description).sorted().prefix(20))")
        #expect(crawl.visits.count >= Judge.leastResources)
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
        let kinds = trials.kinds.union(try Judge.rareKinds())
        let absent = listed.subtracting(kinds)
        let served = Double(listed.count - absent.count) / Double(listed.count)
        let pairs = Set(listed.map(\.pair)).subtracting(kinds.map(\.pair))
        let json = JSONTrials(trials.taken, schema)
        let invalid = Judge.invalid(trials.answers, schema).union(json.findings)
        Judge.report(
            """
            methods: \(methods.count - missed.count) of \(methods.count) answered as documented, \
            the tasks of \(failed.count) of them fail
            links: \(listed.count - absent.count) of \(listed.count) kinds served, \(pairs.count) pairs of Rel and Type nowhere
            json: \(trials.taken.count) writes, \(json.bodies) of them with a body
            """,
            invalid,
            lines: missed.map { "method\t\($0)" }.sorted() + failed.map { "task\t\($0)" }.sorted()
                + absent.sorted().map { "link\t\($0)" }
        )
        #expect(invalid.isEmpty, "\(invalid.map(\.description).sorted().prefix(20))")
        #expect(json.bodies >= Judge.leastBodiesInJSON)
        #expect(answered >= Judge.leastMethods)
        #expect(served >= Judge.leastLinks)
        // Every gap has its reason, and every reason its gap.
        #expect(Set(missed.map(\.method.description)) == Set(Excuses.methods.keys))
        #expect(Set(absent.map(\.description)) == Set(Excuses.links.keys))
    }
}
