// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient

/// Where in a document a link stands, told without its href: of which of its resources, and which of those links of the
/// resource that differ in nothing but where they lead.
struct LinkPlace: Hashable, Sendable {
    /// The ``ResourceKey`` of the owner, as the snapshot holds it.
    let owner: String
    /// How many resources of the document come before the owner that have the same key.
    let ownerIndex: Int
    let rel: String
    let type: String?
    let name: String?
    /// How many links of the owner come before this one that have the same relation, type and name.
    let index: Int

    /// The links of another copy of the document that this may be, the one in the same place first.
    ///
    /// There are several only where nothing but the href tells links apart; a server may hand those out in any order.
    func candidates(in crawled: CrawledDocument, at place: String?) throws -> [Link] {
        var met = 0
        var found: [Link]?
        try LinkPlace.visit(crawled, at: place) { contents, key in
            guard found == nil, crawled.redaction.apply(to: key.text) == owner else { return }
            if met == ownerIndex { found = contents.links.elements.map(\.link) }
            met += 1
        }
        let alike = (found ?? []).filter {
            $0.rel.rawValue == rel && $0.type?.rawValue == type && $0.name == name && $0.verb == .get && !$0.isSecret
        }
        guard index < alike.count else { return alike }
        return [alike[index]] + alike[..<index] + alike[(index + 1)...]
    }

    /// In the order in which the snapshot writes resources down.
    static func visit(
        _ crawled: CrawledDocument,
        at place: String?,
        _ take: (ResourceContents, ResourceKey) throws -> Void
    ) throws {
        let key = ResourceKey(root: crawled.contents, place: place)
        try take(crawled.contents, key)
        var siblings = ResourceKey.Siblings()
        try crawled.forEachItem { try visit($0, in: key, among: &siblings, take) }
    }

    private static func visit(
        _ item: Resource,
        in whole: ResourceKey,
        among siblings: inout ResourceKey.Siblings,
        _ take: (ResourceContents, ResourceKey) throws -> Void
    ) throws {
        let contents = ResourceContents(item)
        let key = ResourceKey(item: contents, in: whole, among: &siblings)
        try take(contents, key)
        var parts = ResourceKey.Siblings()
        for part in contents.items { try visit(part, in: key, among: &parts, take) }
    }
}
#endif
