// SPDX-License-Identifier: Apache-2.0

extension Resource {
    /// The part that tells which page of a collection this is, and leads to others; nil if it is no page.
    public var pagingElement: Resource? {
        guard let name = representation.profile.paging?.element.lowercased() else { return nil }
        return elements.last { $0.name.lowercased() == name }
    }

    /// The link to the page after this one; nil if it is the last, or no page.
    public var nextPage: Link? {
        guard let rule = representation.profile.paging else { return nil }
        let nexts = pagingElement?.links.filter { $0.rel == rule.next } ?? []
        // Links between pages have no Type; one that has may lead elsewhere.
        return nexts.first { $0.type == nil } ?? nexts.first
    }

    /// How many pages the collection has, as far as this page tells.
    public var pageCount: Int? { pagingNumber(representation.profile.paging?.pages) }

    /// How many items a page has, as far as this page tells.
    public var pageSize: Int? { pagingNumber(representation.profile.paging?.size) }

    private func pagingNumber(_ name: String?) -> Int? {
        guard let name else { return nil }
        return pagingElement?.property(PropertyPath(names: [name])).flatMap { Int($0) }
    }
}
