// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia
import Testing

@Suite struct ItemSelectorTests {
    @Test func picksByNameOrContent() throws {
        let list = try Page.root(Page.references)
        #expect(
            try ItemSelector.named("Nightly", profile: .enterpriseManager).selectOne(in: list).uid == "urn:veeam:Job:1"
        )
        let byUid = ItemSelector(where: [PropertyCondition(path: PropertyPath("UID"), value: "urn:veeam:Job:3")])
        #expect(try byUid.selectOne(in: list).label == "Weekly")
    }

    @Test func aNameThatFitsSeveralIsRefusedWithASelectorForEach() throws {
        let list = try Page.root(Page.references)
        let error = try #require(throws: HypermediaError.self) {
            try ItemSelector.named("Weekly", profile: .enterpriseManager).selectOne(in: list)
        }
        #expect(error.code == .itemAmbiguous)
        let uids = try error.candidates.map { candidate in
            guard case .item(let selector) = try RelPath(candidate.selector ?? "").steps.first else {
                return "none"
            }
            return try selector.selectOne(in: list).uid ?? "none"
        }
        #expect(uids == ["urn:veeam:Job:2", "urn:veeam:Job:3"])
    }

    @Test func aMisspeltNameIsToldTheNearest() throws {
        let list = try Page.root(Page.references)
        let error = try #require(throws: HypermediaError.self) {
            try ItemSelector.named("Nigthly", profile: .enterpriseManager).selectOne(in: list)
        }
        #expect(error.code == .itemMissing)
        #expect(error.hint?.contains("Nightly") == true)
    }
}
