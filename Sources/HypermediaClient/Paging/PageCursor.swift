// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Goes from page to page of a collection, never twice to the same.
public struct PageCursor: Sendable {
    private var asked: Set<String> = []

    /// A cursor before the first page.
    public init() {}

    /// The link to the page after this one; nil if it is the last, or no page of anything.
    ///
    /// - Throws: ``ClientError`` with code `limit-exceeded` if the pages go round in a circle.
    public mutating func next(after page: Resource) throws(ClientError) -> Link? {
        if let own = page.href { asked.insert(own.text) }
        guard let link = page.nextPage else { return nil }
        guard asked.insert(link.href.text).inserted else {
            throw ClientError(
                .limitExceeded,
                "The pages of \(page.name) go round in a circle.",
                hint: "Look at the first page alone, and at its links."
            )
        }
        return link
    }
}
