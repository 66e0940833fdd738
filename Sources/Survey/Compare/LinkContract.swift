// SPDX-License-Identifier: Apache-2.0

/// Which links resources of each kind offer, and how many: what a program that follows them may count on.
public struct LinkContract: Hashable, Sendable, Codable {
    /// A kind of link on a kind of resource.
    public struct Clause: Hashable, Sendable, Codable {
        /// The relation.
        public let rel: String
        /// The type; nil if the link has none.
        public let type: String?
        /// The verb by which it is followed; nil if that is not known.
        public let verb: String?
        /// How many of them each resource offers at least.
        public let min: Int
        /// How many of them a resource offers at the most.
        public let max: Int
        /// What they lead to: types, or element names where there is no type; empty if none was followed.
        public let leadsTo: [String]

        /// Writes every member, also those that are nil.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(rel, forKey: .rel)
            try container.encode(type, forKey: .type)
            try container.encode(verb, forKey: .verb)
            try container.encode(min, forKey: .min)
            try container.encode(max, forKey: .max)
            try container.encode(leadsTo, forKey: .leadsTo)
        }
    }

    /// What resources of one kind offer.
    public struct Kind: Hashable, Sendable, Codable {
        /// Their type, or their element name where they have none.
        public let name: String
        /// How many were seen.
        public let seen: Int
        /// What they offer, by relation and type.
        public let clauses: [Clause]
    }

    /// The version of this format.
    public let contract: Int
    /// The kinds of resources, by name.
    public let kinds: [Kind]

    /// A contract.
    public init(kinds: [Kind]) {
        contract = 1
        self.kinds = kinds
    }
}
