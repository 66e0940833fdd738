// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import Testing

@Suite struct LinkSelectorTests {
    @Test(arguments: [
        (LinkSelector(rel: "Up"), "https://em.test/servers/1"),
        (LinkSelector(rel: "Down", type: "ObjectInJobList"), "https://em.test/jobs/1/includes"),
        (LinkSelector(rel: "Related", name: "One"), "https://em.test/r/1"),
        (LinkSelector(rel: "Related", type: "Repository", name: "Two"), "https://em.test/r/2"),
        (LinkSelector(rel: "Clone", type: LinkType.none), "https://em.test/jobs/1?clone"),
        (LinkSelector(rel: "Clone", type: "JobCloneSpec"), "https://em.test/jobs/1?decoy"),
        (LinkSelector(rel: .itself), "https://em.test/jobs/1"),
    ])
    func selectsOne(_ selector: LinkSelector, _ href: String) throws {
        #expect(try selector.selectOne(in: Page.root(Page.job)).href.text == href)
    }

    @Test(arguments: ["Clone", "Down", "Related"] as [Rel])
    func severalAreRefusedAndEveryCandidateHasASelectorThatWorks(_ rel: Rel) throws {
        let job = try Page.root(Page.job)
        let error = try #require(throws: HypermediaError.self) { try LinkSelector(rel: rel).selectOne(in: job) }
        #expect(error.code == .linkAmbiguous)
        #expect(error.candidates.count == 2)
        for candidate in error.candidates {
            let step = try #require(try RelPath(candidate.selector ?? "").steps.first)
            guard case .follow(let selector) = step else {
                Issue.record("\(step) follows nothing")
                continue
            }
            let link = try selector.selectOne(in: job)
            #expect(link.rel.rawValue == candidate.rel)
            #expect(link.type?.rawValue == candidate.type)
            #expect(link.name == candidate.name)
        }
    }

    @Test(arguments: [("Cloen", "Clone"), ("down", "Down"), ("Relatd", "Related")])
    func aMisspeltRelationIsToldTheNearest(_ typed: String, _ meant: String) throws {
        let job = try Page.root(Page.job)
        let error = try #require(throws: HypermediaError.self) {
            try LinkSelector(rel: Rel(typed)).selectOne(in: job)
        }
        #expect(error.code == .linkMissing)
        #expect(error.hint?.contains("Did you mean the relation \(meant)?") == true)
        #expect(error.message.contains("Nightly"))
    }

    @Test func aMisspeltTypeIsToldTheNearest() throws {
        let job = try Page.root(Page.job)
        let error = try #require(throws: HypermediaError.self) {
            try LinkSelector(rel: "Down", type: "ObjectsInJobList").selectOne(in: job)
        }
        #expect(error.code == .linkMissing)
        #expect(error.hint?.contains("ObjectInJobList") == true)
        #expect(error.candidates.contains { $0.type == "ObjectInJobList" })
    }

    @Test func aReferenceSaysWhereTheEntityIs() throws {
        let reference = try #require(try Page.root(Page.references).items.first)
        let error = try #require(throws: HypermediaError.self) {
            try LinkSelector(rel: "Start").selectOne(in: reference)
        }
        #expect(error.hint?.contains("Alternate:Job") == true)
    }

    @Test func linksOfItemsAreNotOwnLinks() throws {
        let list = try Page.root(Page.references)
        #expect(list.links.isEmpty)
        #expect(throws: HypermediaError.self) { try LinkSelector(rel: "Alternate").selectOne(in: list) }
    }

    @Test func cardinalityAllowsWhatItSays() throws {
        let job = try Page.root(Page.job)
        #expect(try LinkSelector(rel: "Undo", cardinality: .optional).select(in: job).isEmpty)
        #expect(try LinkSelector(rel: "Related", cardinality: .many).select(in: job).count == 2)
        #expect(throws: HypermediaError.self) {
            try LinkSelector(rel: "Related", cardinality: .optional).select(in: job)
        }
        #expect(throws: HypermediaError.self) {
            try LinkSelector(rel: "Undo", cardinality: .optional).selectOne(in: job)
        }
    }

    @Test func positionNeverCounts() throws {
        let lines = Page.job.split(separator: "\n").map(String.init)
        let first = try #require(lines.firstIndex { $0.contains("<Link ") })
        let last = try #require(lines.lastIndex { $0.contains("<Link ") })
        let turned = lines[..<first] + lines[first...last].reversed() + lines[(last + 1)...]
        let job = try Page.root(turned.joined(separator: "\n"))
        #expect(try LinkSelector(rel: "Related", name: "One").selectOne(in: job).href.text == "https://em.test/r/1")
        #expect(throws: HypermediaError.self) { try LinkSelector(rel: "Clone").selectOne(in: job) }
    }
}
