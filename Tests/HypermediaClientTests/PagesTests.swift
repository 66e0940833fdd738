// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing

@Suite struct PagesTests {
    private static let query = "Down:QueryService/Down:JobList"

    @Test(arguments: formats, [false, true])
    func everyPageIsReadOnce(_ format: DocumentFormat, hostile: Bool) async throws {
        let names = try await WalkTests.walk(format) {
            $0.generatedJobs = 40
            $0.opaqueURLs = hostile
        } _: { client in
            let first = try await client.walk(try RelPath(Self.query))
            #expect(first.pageSize == 15 && first.pageCount == 4)
            var names: [[String]] = []
            for try await page in client.pages(from: first, limit: 100) { names.append(page.items.compactMap(\.label)) }
            return names
        }
        #expect(names.map(\.count) == [15, 15, 15, 1])
        #expect(Set(names.joined()).count == 46)
    }

    @Test func noMoreThanTheLimit() async throws {
        let count = try await WalkTests.walk(.xml) {
            $0.generatedJobs = 40
        } _: { client in
            var count = 0
            for try await _ in client.pages(from: try await client.walk(try RelPath(Self.query)), limit: 2) {
                count += 1
            }
            return count
        }
        #expect(count == 2)
    }

    @Test func whatIsNoPageIsTheOnlyOne() async throws {
        let count = try await WalkTests.walk(.xml) { client in
            var count = 0
            for try await _ in client.pages(from: try await client.walk(try RelPath("Down:JobList")), limit: 9) {
                count += 1
            }
            return count
        }
        #expect(count == 1)
    }

    @Test func pagesThatGoRoundInACircleEnd() throws {
        let page = """
            <QueryResult xmlns="http://www.veeam.com/ent/v1.0"><PagingInfo PageNum="1" PageSize="1" PagesCount="2">\
            <Links><Link Rel="Next" Href="https://h/api/q?page=2"/></Links></PagingInfo></QueryResult>
            """
        let document = try Representation.read(Array(page.utf8), format: .xml, profile: .enterpriseManager)
        var cursor = PageCursor()
        #expect(try cursor.next(after: document.root)?.href.text == "https://h/api/q?page=2")
        #expect { try cursor.next(after: document.root) } throws: { ($0 as? ClientError)?.code == .limitExceeded }
    }
}
