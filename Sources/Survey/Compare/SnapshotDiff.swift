// SPDX-License-Identifier: Apache-2.0

/// What is different between two snapshots, by identity and not by order.
public struct SnapshotDiff: Hashable, Sendable, Codable {
    /// A resource that only one of them has.
    public struct Entry: Hashable, Sendable, Codable {
        /// By what it is recognised: type and identifier, or where it stands.
        public let key: String
        /// Its type, or its element name where it has none.
        public let kind: String
        /// Its name; nil if it has none.
        public let name: String?
    }

    /// A value that is not the same in both.
    public struct Change: Hashable, Sendable, Codable {
        /// The resource.
        public let resource: Entry
        /// Where the value stands in it.
        public let property: String
        /// What the first snapshot has; nil if nothing.
        public let before: String?
        /// What the second snapshot has; nil if nothing.
        public let after: String?
    }

    /// A link that a resource offers in one of them only.
    public struct LinkChange: Hashable, Sendable, Codable {
        /// The resource.
        public let resource: Entry
        /// The relation.
        public let rel: String
        /// The type; nil if the link has none.
        public let type: String?
        /// The name; nil if the link has none.
        public let name: String?
    }

    /// Resources that only the first has.
    public internal(set) var gone: [Entry] = []
    /// Resources that only the second has.
    public internal(set) var new: [Entry] = []
    /// Values that differ.
    public internal(set) var changed: [Change] = []
    /// Links that only the second has, of resources that both have.
    public internal(set) var linksGained: [LinkChange] = []
    /// Links that only the first has, of resources that both have.
    public internal(set) var linksLost: [LinkChange] = []

    /// Whether nothing differs.
    public var isEmpty: Bool {
        gone.isEmpty && new.isEmpty && changed.isEmpty && linksGained.isEmpty && linksLost.isEmpty
    }
}
