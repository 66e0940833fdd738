// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

/// What stood in the root of a document, in the passages before one.
struct PrecedingPassages: Sendable {
    /// How often names stood directly in the root, those in lists of it included.
    private(set) var counts: [String: Int] = [:]
    /// What members the root had, by their names in lower case; null members do not count.
    private(set) var members: [String: NodeKind] = [:]
    /// The type that the root told.
    private(set) var type: String?

    /// Takes in one more passage.
    mutating func add(_ passage: Representation) {
        for (name, count) in passage.rootMembers { counts[name, default: 0] += count }
        let store = passage.store
        var seen: Set<Symbol> = []
        for child in store.children(.root) where store.kind(child) != .null && seen.insert(store.symbol(child)).inserted
        {
            members[store.name(child).lowercased()] = store.kind(child)
        }
        type = passage.root.type?.rawValue
    }
}
