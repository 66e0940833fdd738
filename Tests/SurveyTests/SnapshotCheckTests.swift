// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import Survey
import Testing

@Suite struct SnapshotCheckTests {
    /// Links in another order every time lead to documents in another order; findings come in one order.
    @Test func findingsAreSortedByRulePathAndMessage() async throws {
        let policy = CrawlPolicy(types: ["JobReferenceList", "Job"])
        var all: [[CheckFinding]] = []
        for isShuffled in [false, true] {
            let dress = SeededWorld.Dress(format: .xml, isOpaque: false, isShuffled: isShuffled)
            let world = try SeededWorld(dress) {
                $0.faults = [Fault(.status(403), on: FaultMatch(path: "/jobs/"), occurrence: nil)]
            }
            let snapshot = try await world.crawl("a", policy: policy)
            let findings = try SnapshotCheck(snapshot, profile: .enterpriseManager, schema: nil).run()
            #expect(Set(findings.map(\.path)).count > 2)
            #expect(findings == findings.sorted())
            all.append(findings)
        }
        #expect(all[0] == all[1])
    }

    @Test func rulesComeInTheOrderInWhichTheyAreListed() {
        let paths = ["b", "a"]
        let findings = CheckRule.all.reversed().flatMap { entry in
            paths.map { CheckFinding(rule: entry.rule, path: $0, message: "") }
        }
        let sorted = ([CheckFinding(rule: CheckRule(rawValue: "a-new-one"), path: "", message: "")] + findings).sorted()
        #expect(sorted.dropLast().map(\.rule) == CheckRule.all.flatMap { [$0.rule, $0.rule] })
        #expect(sorted.last?.rule.rawValue == "a-new-one")
        #expect(sorted.prefix(2).map(\.path) == ["a", "b"])
    }
}
#endif
