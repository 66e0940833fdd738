// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Which kind of resource offers which links, and how often.
public struct LinkCensus: Hashable, Sendable {
    /// A kind of link on a kind of resource.
    public struct Kind: Hashable, Sendable {
        /// The type of the owner, or its element name where it has no type.
        public let owner: String
        /// The relation.
        public let rel: Rel
        /// The type of the link; nil if it has none.
        public let type: LinkType?
    }

    /// How often each kind of link was offered.
    public private(set) var counts: [Kind: Int] = [:]
    /// How many resources of each kind were counted, by their type or element name.
    public private(set) var owners: [String: Int] = [:]

    /// An empty census.
    public init() {}

    /// Counts a resource with its own links, and the items in it with theirs.
    public mutating func count(_ resource: Resource) {
        let owner = resource.type?.rawValue ?? resource.name
        owners[owner, default: 0] += 1
        for link in resource.links { counts[Kind(owner: owner, rel: link.rel, type: link.type), default: 0] += 1 }
        for item in resource.items { count(item) }
    }

    /// The kinds of links that resources of a kind offer, by relation and type.
    public func kinds(of owner: String) -> [Kind] {
        counts.keys.filter { $0.owner == owner }.sorted {
            ($0.rel.rawValue, $0.type?.rawValue ?? "") < ($1.rel.rawValue, $1.type?.rawValue ?? "")
        }
    }
}
