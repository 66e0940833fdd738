// SPDX-License-Identifier: Apache-2.0

/// How a collection that comes in pages says so.
public struct PagingRule: Hashable, Sendable {
    /// The element that holds the links to other pages.
    public var element: String
    /// The relation of the link to the page after this one; the last page has none.
    public var next: Rel
    /// The property of the element that tells how many items a page has; nil if none does.
    public var size: String?
    /// The property of the element that tells how many pages there are; nil if none does.
    public var pages: String?

    /// A rule.
    public init(element: String, next: Rel = "Next", size: String? = nil, pages: String? = nil) {
        self.element = element
        self.next = next
        self.size = size
        self.pages = pages
    }
}
