// SPDX-License-Identifier: Apache-2.0

/// Which kinds of resources lead to which others, by which relation, and how often.
public struct TypeMapGraph: Hashable, Sendable, Codable {
    /// A kind of resource.
    public struct Node: Hashable, Sendable, Codable {
        /// Its type; where it has none that of the link that led there, as with lists, or its element name.
        public let name: String
        /// How many there are, each counted once.
        public let count: Int
    }

    /// What an edge stands for.
    public enum EdgeKind: String, Hashable, Sendable, Codable {
        /// Links that resources offer.
        case link
        /// Resources that stand as items within others, as in lists.
        case item
    }

    /// Links of one kind from resources of one kind to resources of another, or resources that hold others as items.
    public struct Edge: Hashable, Sendable, Codable {
        /// What it stands for.
        public let kind: EdgeKind
        /// The kind of the owners.
        public let from: String
        /// The kind of what they lead to or hold; nil if none was followed, as with those that write.
        public let to: String?
        /// The relation; empty for items.
        public let rel: String
        /// The type; nil for links that have none, and for items.
        public let type: String?
        /// The verb; nil if it is not known, and for items.
        public let verb: String?
        /// How many links or items there are.
        public let count: Int
    }

    /// The kinds of resources, by name.
    public let nodes: [Node]
    /// The kinds of links, by owner, relation and type; then the kinds of items, by owner.
    public let edges: [Edge]

    /// A graph.
    public init(nodes: [Node], edges: [Edge]) {
        self.nodes = nodes
        self.edges = edges
    }
}
