// SPDX-License-Identifier: Apache-2.0

/// Counts the own links of a resource by what selectors can ask for, once, so that each candidate of an error finds
/// the shortest selector that fits it alone without trying every link again.
struct LinkCensus {
    private struct Kind: Hashable {
        let rel: Rel
        let type: LinkType?
        let name: String?

        /// An empty type is no type, for selectors as for the count.
        init(rel: Rel, type: LinkType?, name: String?) {
            self.rel = rel
            self.type = type == LinkType.none ? nil : type
            self.name = name
        }
    }

    private let resource: Resource
    private var byRel: [Rel: Int] = [:]
    private var byType: [Kind: Int] = [:]
    private var byName: [Kind: Int] = [:]
    private var byRelAndName: [Kind: Int] = [:]

    init(of resource: Resource) {
        self.resource = resource
        var known: Set<LinkIdentity> = []
        for link in resource.links where known.insert(LinkIdentity(link)).inserted {
            byRel[link.rel, default: 0] += 1
            byType[Kind(rel: link.rel, type: link.type, name: nil), default: 0] += 1
            byName[Kind(rel: link.rel, type: link.type, name: link.name), default: 0] += 1
            if let name = link.name { byRelAndName[Kind(rel: link.rel, type: nil, name: name), default: 0] += 1 }
        }
    }

    /// The shortest selector that finds this link and no other; nil if nothing but its href tells it apart.
    func selector(for link: Link) -> LinkSelector? {
        let rel = link.rel
        guard rel != .itself else { return link.owner == resource ? LinkSelector(rel: rel) : nil }
        let type = link.type
        if byRel[rel] == 1 { return LinkSelector(rel: rel) }
        if byType[Kind(rel: rel, type: type, name: nil)] == 1 {
            return LinkSelector(rel: rel, type: type ?? LinkType.none)
        }
        if let name = link.name {
            if byName[Kind(rel: rel, type: type, name: name)] == 1 {
                return LinkSelector(rel: rel, type: type ?? LinkType.none, name: name)
            }
            if byRelAndName[Kind(rel: rel, type: nil, name: name)] == 1 { return LinkSelector(rel: rel, name: name) }
        }
        return link.isUntyped ? hinted(link) : nil
    }

    /// A selector by one of the names that hints of the profile give to untyped links.
    private func hinted(_ link: Link) -> LinkSelector? {
        let owner = resource.name.lowercased()
        for hint in resource.representation.profile.hints
        where hint.rel == link.rel && hint.owner.lowercased() == owner {
            let selector = LinkSelector(rel: hint.rel, type: hint.alias)
            let found = selector.matches(in: resource)
            if found.count == 1, found.allSatisfy({ LinkIdentity($0) == LinkIdentity(link) }) { return selector }
        }
        return nil
    }
}
