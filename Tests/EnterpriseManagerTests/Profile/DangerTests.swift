// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Foundation
import Hypermedia
import Testing

/// What people are warned of.
@Suite struct DangerTests {
    private let profile = Profile.enterpriseManager

    @Test func everyDangerIsOneOfAWrite() {
        #expect(profile.dangers.count > 15)
        for danger in profile.dangers {
            #expect(profile.verb(for: danger.rel)?.isSafe == false, "\(danger.rel)")
            #expect(danger.text.hasSuffix("."))
        }
    }

    @Test(.enabled(if: GuideTable.isThere, Comment(rawValue: GuideTable.absence)))
    func everySourceIsAPageOrSaysThatItIsNone() {
        let listed =
            GuideTable.documents().compactMap { $0["source_pages"] }
            + GuideTable.rows("LINK_INVENTORY").compactMap { $0["pages"] }
        let pages = Set(GuideMethod.all.map(\.page) + ["tasks", "vmrestorepoints_id_mountpoint"]).union(
            listed.flatMap { $0.split { ",; ".contains($0) }.map(String.init) }
        )
        for danger in profile.dangers where !["inferred", "seen in"].contains(where: danger.source.hasPrefix) {
            #expect(pages.contains(danger.source), "\(danger.source)")
        }
    }

    /// A delete whose page has parameters that decide what else is deleted.
    @Test(.enabled(if: GuideTable.isThere, Comment(rawValue: GuideTable.absence)))
    func deletionsWithParametersAreDangers() {
        let pages = Set(
            GuideTable.rows("RESOURCE_FIELDS").compactMap { $0["page"] }.filter { $0.hasPrefix("delete_") }
        )
        #expect(!pages.isEmpty)
        for page in pages { #expect(profile.dangers.contains { $0.source == page }, "\(page)") }
    }

    /// Links that an action applies to in documents that the guide shows.
    @Test(.enabled(if: GuideTable.isThere, Comment(rawValue: GuideTable.absence)))
    func everyDangerIsAboutALinkThatThereIs() {
        for danger in profile.dangers {
            #expect(
                GuideLink.all.contains { link in
                    link.rel == danger.rel && (danger.owner.map { $0 == link.owner } ?? true)
                        && (danger.type.map { $0 == link.type } ?? true)
                },
                "\(danger.rel) \(danger.type?.rawValue ?? "") of \(danger.owner ?? "any")"
            )
        }
    }
}
