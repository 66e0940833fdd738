// SPDX-License-Identifier: Apache-2.0

/// Which part of a long list is answered, and the links to the other parts; queries and listings of files have it
/// [pagesize_and_page].
struct Paging: Sendable {
    let page: Int
    let size: Int
    /// How many items there are on all pages.
    let count: Int

    /// Pages, at least one: an empty list has a first page, too (inferred).
    var pages: Int { max(1, (count + size - 1) / size) }
    /// The positions of the items on the page; none behind the last page (inferred).
    var range: Range<Int> {
        let start = page > pages ? count : (page - 1) * size
        return start..<min(count, start + size)
    }

    /// What a request asks for.
    ///
    /// - Throws: 400 for anything but numbers above zero.
    static func read(_ query: Query, defaultSize: Int) throws(Refusal) -> (page: Int, size: Int) {
        (try positive("page", query) ?? 1, try positive("pageSize", query) ?? defaultSize)
    }

    private static func positive(_ name: String, _ query: Query) throws(Refusal) -> Int? {
        guard let text = query[name] else { return nil }
        guard let number = Int(text), number > 0, number <= 1 << 31 else {
            throw Refusal(400, "\(name) is a number above 0, not \"\(text)\"")
        }
        return number
    }

    /// `PagingInfo`; Next is not on the last page, Previous not on the first, none has a Type
    /// [get_query_backuptasksession; Previous is known from requests].
    ///
    /// - Parameter path: the path and query without page and pageSize.
    func element(of path: String) -> Element {
        func link(_ rel: String, _ page: Int) -> OfferedLink {
            OfferedLink(rel, nil, Address("\(path)&pageSize=\(size)&page=\(page)"))
        }
        var links = [link("First", 1)]
        if page > 1 { links.append(link("Previous", min(page - 1, pages))) }
        if page < pages { links.append(link("Next", page + 1)) }
        links.append(link("Last", pages))
        return Element(
            "PagingInfo",
            attributes: [
                ("PageNum", .number(page)), ("PageSize", .number(size)), ("PagesCount", .number(pages)),
            ],
            links: links
        )
    }
}
