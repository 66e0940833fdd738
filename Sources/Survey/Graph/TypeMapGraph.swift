// SPDX-License-Identifier: Apache-2.0

/// Which kinds of resources lead to which others, by which relation, and how often.
public struct TypeMapGraph: Hashable, Sendable, Codable {
    /// A kind of resource.
    public struct Node: Hashable, Sendable, Codable {
        /// Its type, or its element name where it has none.
        public let name: String
        /// How many there are, each counted once.
        public let count: Int
    }

    /// Links of one kind from resources of one kind to resources of another.
    public struct Edge: Hashable, Sendable, Codable {
        /// The kind of the owners.
        public let from: String
        /// The kind of what they lead to; nil if none was followed, as with those that write.
        public let to: String?
        /// The relation.
        public let rel: String
        /// The type; nil if the links have none.
        public let type: String?
        /// The verb; nil if it is not known.
        public let verb: String?
        /// How many links there are.
        public let count: Int
    }

    /// The kinds of resources, by name.
    public let nodes: [Node]
    /// The kinds of links, by owner, relation and type.
    public let edges: [Edge]

    /// A graph.
    public init(nodes: [Node], edges: [Edge]) {
        self.nodes = nodes
        self.edges = edges
    }
}
