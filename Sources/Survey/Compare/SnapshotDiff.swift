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

    /// A thing that goes by another name.
    struct Rename: Hashable {
        let before: String
        let after: String
    }

    /// A link names what it leads to; one that goes on leading there under the new name of that is the same link.
    mutating func leaveOutRenamedLinks(_ renames: Set<Rename>) {
        guard !renames.isEmpty else { return }
        var names: [String: [String]] = [:]
        for rename in renames { names[rename.before, default: []].append(rename.after) }
        var gained: [LinkChange: Int] = [:]
        for change in linksGained { gained[change, default: 0] += 1 }
        func takes(_ change: LinkChange) -> Bool {
            guard let count = gained[change], count > 0 else { return false }
            gained[change] = count - 1
            return true
        }
        linksLost.removeAll { lost in
            (lost.name.flatMap { names[$0] } ?? []).contains { name in
                // The owner may be what was renamed.
                ([lost.resource.name] + names[lost.resource.name ?? "", default: []]).contains { owner in
                    takes(
                        LinkChange(
                            resource: Entry(key: lost.resource.key, kind: lost.resource.kind, name: owner),
                            rel: lost.rel,
                            type: lost.type,
                            name: name
                        )
                    )
                }
            }
        }
        linksGained = linksGained.filter { change in takes(change) }
    }

    /// Whether nothing differs.
    public var isEmpty: Bool {
        gone.isEmpty && new.isEmpty && changed.isEmpty && linksGained.isEmpty && linksLost.isEmpty
    }
}
