// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// The own links of one resource with their texts, and the shortest selector of each.
///
/// What fits a selector is counted once for all of them: a selector looks at every link, and one for every link would
/// look at each as often as there are links.
struct OwnLinks {
    struct Element {
        let link: Link
        let rel: Rel
        let type: LinkType?
        let name: String?
        let href: Href
        let isSecret: Bool
    }

    /// What a selector without a name tells apart: no type and an empty one are the same to it.
    private struct Kind: Hashable {
        let rel: Rel
        let type: LinkType

        init(_ element: Element) {
            rel = element.rel
            type = element.type ?? LinkType.none
        }
    }

    /// Links that are the same in all of this count once.
    private struct Target: Hashable {
        let type: LinkType?
        let name: String?
        let href: Href
    }

    let elements: [Element]
    /// What there is of each kind that is followed.
    private lazy var targets: [Kind: Set<Target>] = OwnLinks.targets(of: elements)

    init(_ resource: Resource) { self.init(resource.links) }

    init(_ links: [Link]) {
        elements = links.map { link in
            Element(
                link: link,
                rel: link.rel,
                type: link.type,
                name: link.name,
                href: link.href,
                isSecret: link.isSecret
            )
        }
    }

    private static func targets(of elements: [Element]) -> [Kind: Set<Target>] {
        var targets: [Kind: Set<Target>] = [:]
        for element in elements where element.link.verb == .get {
            targets[Kind(element), default: []].insert(
                Target(type: element.type, name: element.name, href: element.href)
            )
        }
        return targets
    }

    /// The shortest selector that finds a link alone among these; the longest if none does.
    mutating func selector(of element: Element) -> (selector: LinkSelector, isExact: Bool) {
        // What a resource's own href implies is no element, but is what such a selector finds.
        guard element.rel != .itself else { return LinkSelector.shortest(for: element.link) }
        let kind = Kind(element)
        let found = targets[kind] ?? []
        if found.count == 1 { return (LinkSelector(rel: kind.rel, type: kind.type), true) }
        guard let name = element.name else { return (LinkSelector(rel: kind.rel, type: kind.type), false) }
        let selector = LinkSelector(rel: kind.rel, type: kind.type, name: name)
        return (selector, found.count { $0.name == name } == 1)
    }
}
