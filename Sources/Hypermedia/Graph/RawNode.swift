// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

/// One node with what the two formats have in common: values by name, children with arrays looked through.
struct RawNode {
    let store: NodeStore
    let id: NodeID
    let vocabulary: ResolvedVocabulary

    /// The value of an attribute or a leaf child, in that order; nil if there is none or it is null.
    func value(of name: Symbol?) -> String? {
        guard let name else { return nil }
        if let range = store.attribute(id, folded: name) { return store.text(range) }
        return leaf(named: name, in: id).map { store.text($0) }
    }

    /// Whether such a value is there and not empty; makes no text.
    func hasText(_ name: Symbol?) -> Bool {
        guard let name else { return false }
        if let range = store.attribute(id, folded: name) { return range.length > 0 }
        return leaf(named: name, in: id).map(store.hasText) ?? false
    }

    private func leaf(named name: Symbol, in node: NodeID) -> NodeID? {
        for child in store.children(node) {
            switch store.kind(child) {
            case .null: continue
            case .array: if let leaf = leaf(named: name, in: child) { return leaf }
            default: if store.folded(store.symbol(child)) == name, isLeaf(child) { return child }
            }
        }
        return nil
    }

    /// The children, with arrays looked through and nulls left out.
    var members: [NodeID] {
        var result: [NodeID] = []
        collect(id, into: &result)
        return result
    }

    private func collect(_ node: NodeID, into result: inout [NodeID]) {
        for child in store.children(node) {
            switch store.kind(child) {
            case .null: continue
            case .array: collect(child, into: &result)
            default: result.append(child)
            }
        }
    }

    /// Whether a node holds a value of its own rather than others.
    func isLeaf(_ node: NodeID) -> Bool {
        store.subtreeEnd(node).rawValue == node.rawValue + 1 && store.kind(node) != .list
            && store.kind(node) != .object && store.kind(node) != .array
    }

    /// The text of a node, or of the member that JSON keeps it in.
    func text(of node: NodeID) -> String {
        if store.kind(node) == .object, let member = vocabulary.textMember {
            for child in store.children(node) where store.folded(store.symbol(child)) == member {
                return store.text(child)
            }
        }
        return store.text(node)
    }
}
