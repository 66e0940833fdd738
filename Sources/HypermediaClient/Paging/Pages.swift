// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// The pages of a collection, from one that was read already; each is requested when it is asked for.
///
/// ```swift
/// for try await page in client.pages(from: first, limit: 10) { print(page.items.count) }
/// ```
public struct Pages: AsyncSequence, Sendable {
    /// A page.
    public typealias Element = Resource

    let client: HypermediaClient
    let first: Resource
    let limit: Int

    /// Begins with the first page.
    public func makeAsyncIterator() -> Iterator { Iterator(client: client, waiting: first, left: limit) }

    /// Yields the pages in order.
    public struct Iterator: AsyncIteratorProtocol {
        let client: HypermediaClient
        var waiting: Resource?
        var last: Resource?
        var left: Int
        var cursor = PageCursor()

        /// The next page; nil after the last one, or after as many as the limit allows.
        ///
        /// - Throws: ``ClientError``; `limit-exceeded` if a page leads to one that was read.
        public mutating func next() async throws -> Resource? {
            guard left > 0 else { return nil }
            left -= 1
            if let first = waiting {
                waiting = nil
                last = first
                return first
            }
            guard let page = last, let link = try cursor.next(after: page) else { return nil }
            last = try await client.resource(of: link)
            return last
        }
    }
}

extension HypermediaClient {
    /// The pages of a collection, no more than a limit.
    ///
    /// - Parameters:
    ///   - first: the page to begin with; what is no page is the only one.
    ///   - limit: how many pages there may be, the first included.
    public nonisolated func pages(from first: Resource, limit: Int) -> Pages {
        Pages(client: self, first: first, limit: limit)
    }
}
