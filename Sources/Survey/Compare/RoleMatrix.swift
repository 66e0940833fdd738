// SPDX-License-Identifier: Apache-2.0

/// Which links each of several accounts is offered, and which of those it may follow.
public struct RoleMatrix: Hashable, Sendable, Codable {
    /// What an account meets where a link may be.
    public enum Access: String, Hashable, Sendable, Codable {
        /// The link is there; if it reads and was followed, it was answered.
        case offered
        /// The link is there, and following it is refused (401 or 403).
        case refused
        /// Resources of the kind are there, and none has the link.
        case hidden
        /// No resource of the kind was seen, so nothing can be said.
        case unseen
    }

    /// A kind of link on a kind of resource.
    public struct Row: Hashable, Sendable, Codable {
        /// The type of the owners, or their element name where they have none.
        public let kind: String
        /// The relation.
        public let rel: String
        /// The type; nil if the link has none.
        public let type: String?
        /// The verb; nil if it is not known.
        public let verb: String?
        /// What each account meets, in the order of the snapshots.
        public let access: [Access]

        /// Whether the accounts do not all meet the same; what some did not see does not count.
        public var differs: Bool { Set(access).subtracting([.unseen]).count > 1 }
    }

    /// The names of the snapshots, one for each account.
    public let names: [String]
    /// The kinds of links, by kind of resource, relation and type.
    public let rows: [Row]
}
