// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Foundation
import Hypermedia
import Testing

/// Which method a link relation stands for.
@Suite(.enabled(if: GuideTable.isThere, Comment(rawValue: GuideTable.absence)))
struct VerbTests {
    private let profile = Profile.enterpriseManager

    @Test func everyRelationOfTheExamplesHasAVerb() {
        let relations = Set(GuideLink.all.map(\.rel))
        #expect(relations.count >= 25)
        for rel in relations { #expect(profile.verb(for: rel) != nil, "\(rel)") }
    }

    /// Where a link leads, the guide knows the method that its relation stands for.
    @Test func linksLeadToMethodsOfTheirVerb() {
        var count = 0
        for link in GuideLink.all {
            guard let verb = profile.verb(for: link.rel) else { continue }
            for path in link.paths {
                let methods = GuideMethod.all.filter {
                    $0.path == path || (verb == .put && $0.path.components(separatedBy: "?")[0] == path)
                }
                guard !methods.isEmpty, !Self.contradictions.contains("\(link.owner) \(link.rel)") else { continue }
                count += 1
                #expect(
                    methods.contains { $0.verb == verb },
                    "\(link.owner) \(link.rel) \(path): \(methods.map(\.verb)), not \(verb)"
                )
            }
        }
        #expect(count > 150)
    }

    /// Relations that the guide's own pages contradict.
    private static let contradictions: Set<String> = []

    /// No relation beyond those that the guide names.
    @Test func everyVerbIsDocumented() {
        // The verb table names them; no example has them.
        let listed: Set<Rel> = ["Previous", "Enable"]
        let seen = Set(GuideLink.all.map(\.rel)).union(listed)
        for rel in profile.verbs.keys { #expect(seen.contains(rel), "\(rel)") }
    }
}
