// SPDX-License-Identifier: Apache-2.0

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
    func candidates(in root: Resource, at place: String?) -> [Link] {
        var redaction = Redaction()
        redaction.learn(root.representation)
        var met = 0
        var found: Resource?
        LinkPlace.visit(root, at: place) { resource, key in
            guard found == nil, redaction.apply(to: key.text) == owner else { return }
            if met == ownerIndex { found = resource }
            met += 1
        }
        guard let found else { return [] }
        let alike = found.links.filter {
            $0.rel.rawValue == rel && $0.type?.rawValue == type && $0.name == name && $0.verb == .get && !$0.isSecret
        }
        guard index < alike.count else { return alike }
        return [alike[index]] + alike[..<index] + alike[(index + 1)...]
    }

    /// In the order in which the snapshot writes resources down.
    static func visit(
        _ root: Resource,
        at place: String?,
        _ take: (Resource, ResourceKey) throws -> Void
    ) rethrows {
        let contents = ResourceContents(root)
        try visit(contents, key: ResourceKey(root: contents, place: place), take)
    }

    private static func visit(
        _ contents: ResourceContents,
        key: ResourceKey,
        _ take: (Resource, ResourceKey) throws -> Void
    ) rethrows {
        try take(contents.resource, key)
        var siblings = ResourceKey.Siblings()
        for item in contents.items {
            let item = ResourceContents(item)
            try visit(item, key: ResourceKey(item: item, in: key, among: &siblings), take)
        }
    }
}
