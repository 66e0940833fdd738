// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

extension Resource {
    /// What stands at a name: an attribute before elements.
    func decodedNode(_ name: String) -> DecodedNode {
        let store = representation.store
        guard let symbol = store.folded(name) else { return .elements([]) }
        if let range = store.attribute(node, folded: symbol) { return .text(store.text(range)) }
        return .elements(elements.filter { store.folded(store.symbol($0.node)) == symbol })
    }

    /// The names of its attributes and elements as received, each once.
    var decodedNames: [String] {
        let store = representation.store
        var result: [String] = []
        for name in store.attributes(node).map({ store.text($0.name) }) + elements.map(\.name)
        where !result.contains(name) { result.append(name) }
        return result
    }

    /// The members of a wrapper, link lists and paging aside; nil if it is none.
    ///
    /// A wrapper has members of one name and nothing beside them. XML does not tell a wrapper of one from an element
    /// with one part; there the plural tells: `Jobs` of `Job`, not `Schedule` of `Retries`.
    var wrappedMembers: [Resource]? {
        let store = representation.store
        guard [.element, .object, .list].contains(store.kind(node)), store.attributes(node).isEmpty,
            text.allSatisfy(\.isWhitespace)
        else { return nil }
        let paging = representation.profile.paging?.element.lowercased()
        let members = elements.filter { !isLinkPart($0.node) && $0.name.lowercased() != paging }
        guard let first = members.first else { return [] }
        let symbol = store.folded(store.symbol(first.node))
        guard members.allSatisfy({ store.folded(store.symbol($0.node)) == symbol }) else { return nil }
        return members.count > 1 || isInArray(first) || isPlural ? members : nil
    }

    private func isInArray(_ member: Resource) -> Bool {
        let store = representation.store
        return store.kind(node) == .list || store.parent(member.node).map { store.kind($0) == .array } ?? false
    }

    private var isPlural: Bool {
        let name = name.lowercased()
        return name.hasSuffix("s") && !name.hasSuffix("ss")
    }
}
