// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia
import Survey
import Testing

@Suite struct CrawlFrontierTests {
    static func read(_ links: String, items: String = "") throws -> Resource {
        let text = "<A xmlns=\"http://www.veeam.com/ent/v1.0\"><Links>\(links)</Links>\(items)</A>"
        return try Representation.read(Array(text.utf8), profile: .enterpriseManager).root
    }

    static func paths(_ frontier: inout CrawlFrontier) -> [String] {
        var result: [String] = []
        while let entry = frontier.next() { result.append("\(entry.depth) \(entry.path)\(entry.isExact ? "" : " ?")") }
        return result
    }

    @Test func readsOnlyAndEachTargetOnce() throws {
        var frontier = CrawlFrontier()
        frontier.offer(
            try CrawlFrontierTests.read(
                "<Link Rel=\"Down\" Type=\"B\" Href=\"https://h/1\"/><Link Rel=\"Up\" Type=\"C\" Href=\"https://h/1#x\"/>"
                    + "<Link Rel=\"Down\" Type=\"B\" Name=\"n\" Href=\"https://h/2?q\"/><Link Rel=\"Down\" Href=\"https://h/2\"/>"
                    + "<Link Rel=\"Delete\" Href=\"https://h/3\"/><Link Rel=\"Start\" Href=\"https://h/4\"/>"
                    + "<Link Rel=\"Edit\" Href=\"https://h/5\"/><Link Rel=\"Frobnicate\" Href=\"https://h/6\"/>"
            ),
            at: .here,
            depth: 0
        )
        #expect(CrawlFrontierTests.paths(&frontier) == ["1 Down:B ?", "1 Down:B[Name=n]", "1 Down[Type=]"])
    }

    @Test func itemsAreNamedInThePath() throws {
        var frontier = CrawlFrontier()
        func item(_ attributes: String, _ href: Int) -> String {
            "<I \(attributes)><Links><Link Rel=\"Up\" Type=\"B\" Href=\"https://h/\(href)\"/></Links></I>"
        }
        frontier.offer(
            try CrawlFrontierTests.read(
                "",
                items: item("Name=\"x\" UID=\"1\"", 1) + item("Name=\"y/z\" UID=\"2\"", 2)
                    + item("Name=\"x\" UID=\"3\"", 3)
                    + item("Name=\"x\"", 4)
            ),
            at: .here.following("Down"),
            depth: 4
        )
        #expect(
            CrawlFrontierTests.paths(&frontier) == [
                "5 Down/*[UID=1]/Up:B", "5 Down/@\"y/z\"/Up:B", "5 Down/*[UID=3]/Up:B", "5 Down/*/Up:B ?",
            ]
        )
    }

    @Test func theSameResourceUnderNewHrefsIsTakenApartOnce() throws {
        var frontier = CrawlFrontier()
        for round in 0..<100 {
            frontier.offer(
                try CrawlFrontierTests.read("<Link Rel=\"Down\" Type=\"B\" Href=\"https://h/\(round)\"/>"),
                at: .here,
                depth: round
            )
        }
        #expect(CrawlFrontierTests.paths(&frontier) == ["1 Down:B"])
    }

    @Test func breadthComesFirst() throws {
        var frontier = CrawlFrontier(limits: CrawlLimits(depth: 2, visits: 4))
        func page(_ name: String, _ count: Int) throws -> Resource {
            try CrawlFrontierTests.read(
                (0..<count).map { "<Link Rel=\"Down\" Type=\"\(name)\($0)\" Href=\"https://h/\(name)\($0)\"/>" }
                    .joined()
            )
        }
        frontier.offer(try page("a", 2), at: .here, depth: 0)
        let taken = frontier.next()
        let first = try #require(taken)
        frontier.offer(try page("b", 1), at: first.path, depth: first.depth)
        let takenNext = frontier.next()
        let second = try #require(takenNext)
        #expect(second.path.description == "Down:a1")
        frontier.offer(try page("c", 1), at: second.path, depth: 2)
        frontier.offer(try page("d", 3), at: second.path, depth: 1)
        #expect(CrawlFrontierTests.paths(&frontier) == ["2 Down:a0/Down:b0", "2 Down:a1/Down:d0"])
        #expect(frontier.leftOut == ["crawl-depth": 1, "crawl-visits": 2])
    }
}
