// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

extension Resource {
    /// A value inside a resource, with where it stands.
    public struct Property: Hashable, Sendable {
        /// The names that lead to it.
        public let path: PropertyPath
        /// The value as text; a number as received.
        public let value: String
        /// Whether its name says that it is a secret.
        public let isSecret: Bool
    }

    /// The value at a path: the first, if elements on the way repeat; nil if there is none.
    public func property(_ path: PropertyPath) -> String? { values(path).first }

    /// Every value at a path, in document order.
    public func values(_ path: PropertyPath) -> [String] {
        var found: [Resource] = [self]
        for (index, name) in path.names.enumerated() {
            guard let symbol = representation.store.folded(name) else { return [] }
            if index == path.names.count - 1 {
                return found.flatMap { $0.values(of: symbol) }
            }
            found = found.flatMap { $0.members(named: symbol) }
        }
        return []
    }

    /// The element at a path: the first, if several are there; nil if there is none.
    public func element(_ path: PropertyPath) -> Resource? {
        var found: [Resource] = [self]
        for name in path.names {
            guard let symbol = representation.store.folded(name) else { return nil }
            found = found.flatMap { $0.members(named: symbol) }
        }
        return found.first
    }

    /// The text directly inside it; empty if there is none.
    public var text: String { raw.text(of: node) }

    /// All its values, in document order, those of links and of items inside it left out.
    public var properties: [Property] {
        var result: [Property] = []
        collect(node, names: [], into: &result, isTop: true)
        return result
    }

    /// All values inside it, items included, links left out.
    public var allProperties: [Property] {
        var result: [Property] = []
        collect(node, names: [], into: &result, isTop: false)
        return result
    }

    private func values(of symbol: Symbol) -> [String] {
        let store = representation.store
        if let range = store.attribute(node, folded: symbol) { return [store.text(range)] }
        return members(named: symbol).compactMap { member in
            let hasChildren = !raw.isLeaf(member.node)
            let text = member.text
            return hasChildren && text.isEmpty ? nil : text
        }
    }

    private func members(named symbol: Symbol) -> [Resource] {
        let store = representation.store
        return raw.members.compactMap { child in
            store.folded(store.symbol(child)) == symbol && store.link(at: child) == nil
                ? Resource(representation, child) : nil
        }
    }

    private func collect(_ node: NodeID, names: [String], into result: inout [Property], isTop: Bool) {
        let store = representation.store
        let view = RawNode(store: store, id: node, vocabulary: representation.vocabulary)
        for (name, value) in store.attributes(node) {
            let isSecret = isSessionHref(name, of: node)
            result.append(makeProperty(names + [store.text(name)], store.text(value), isSecret: isSecret))
        }
        for child in view.members where !isLinkPart(child) && !(isTop && Resource(representation, child).isItem) {
            let path = names + [store.name(child)]
            if view.isLeaf(child) {
                let isTextMember =
                    store.kind(node) == .object
                    && store.folded(store.symbol(child)) == representation.vocabulary.textMember
                let text = store.text(child)
                if !text.isEmpty || store.attributes(child).isEmpty {
                    result.append(
                        makeProperty(
                            isTextMember ? names : path,
                            text,
                            isSecret: isSessionHref(store.symbol(child), of: node)
                        )
                    )
                }
                for (name, value) in store.attributes(child) {
                    let isSecret = isSessionHref(name, of: child)
                    result.append(makeProperty(path + [store.text(name)], store.text(value), isSecret: isSecret))
                }
            } else {
                if store.hasText(child) { result.append(makeProperty(path, store.text(child))) }
                collect(child, names: path, into: &result, isTop: isTop)
            }
        }
    }

    /// The property that holds the href of a session: whoever knows it knows the session.
    private func isSessionHref(_ symbol: Symbol, of node: NodeID) -> Bool {
        guard let logon = representation.profile.logon,
            representation.store.folded(symbol) == representation.vocabulary.href
        else { return false }
        let resource = Resource(representation, node)
        return resource.type == logon.sessionType
            || resource.name.lowercased() == logon.sessionElement.lowercased()
    }

    private func makeProperty(_ names: [String], _ value: String, isSecret: Bool = false) -> Property {
        let secrets = representation.profile.secretProperties
        let last = names.last?.lowercased() ?? ""
        return Property(
            path: PropertyPath(names: names),
            value: value,
            isSecret: isSecret || secrets.contains { $0.lowercased() == last }
        )
    }
}
