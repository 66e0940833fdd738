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

    /// A value inside a resource, its path as text.
    public struct TextProperty: Sendable {
        /// The names that lead to it, joined by dots.
        public let path: String
        /// The value as text; a number as received.
        public let value: String
        /// Whether its name says that it is a secret.
        public let isSecret: Bool
        /// Whether it stands directly in the resource, so that ``path`` is its name.
        public let isOwn: Bool
        /// Whether its name is that of hrefs.
        public let isHref: Bool
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
        walk(PropertyWalk(node), isTop: true) { place, name, value, isSecret in
            let path = PropertyPath(names: place.names + (name.map { [representation.store.text($0)] } ?? []))
            result.append(Property(path: path, value: value, isSecret: isSecret))
        }
        return result
    }

    /// All values inside it, items included, links left out.
    public var allProperties: [Property] {
        var result: [Property] = []
        walk(PropertyWalk(node), isTop: false) { place, name, value, isSecret in
            let path = PropertyPath(names: place.names + (name.map { [representation.store.text($0)] } ?? []))
            result.append(Property(path: path, value: value, isSecret: isSecret))
        }
        return result
    }

    /// How many of its values are attributes of its own element; they come before all others.
    public var attributeCount: Int { representation.store.attributes(node).count }

    /// Tells its values one by one: what ``properties`` lists, each path as text.
    ///
    /// A list of names for each of a few hundred values takes longer than reading the document did; whoever has a
    /// million documents before them needs only this.
    public func forEachProperty(_ take: (TextProperty) throws -> Void) rethrows {
        let store = representation.store
        try walk(PropertyWalk(node), isTop: true) { place, name, value, isSecret in
            let text = name.map { place.prefix + store.text($0) }
            try take(
                TextProperty(
                    path: text ?? String(place.prefix.dropLast()),
                    value: value,
                    isSecret: isSecret,
                    isOwn: place.names.count + (name == nil ? 0 : 1) == 1,
                    isHref: (name ?? place.symbol).map { store.folded($0) == representation.vocabulary.href } ?? false
                )
            )
        }
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

    /// Goes through the values inside a node, in document order.
    ///
    /// - Parameters:
    ///   - place: where it begins.
    ///   - isTop: whether items are left out.
    ///   - take: told of each value: what it stands in, its name (nil if the text is that of `place` itself), its text
    ///     and whether it is a secret.
    private func walk(
        _ place: PropertyWalk,
        isTop: Bool,
        _ take: (PropertyWalk, Symbol?, String, Bool) throws -> Void
    ) rethrows {
        let store = representation.store
        let view = RawNode(store: store, id: place.node, vocabulary: representation.vocabulary)
        for (name, value) in store.attributes(place.node) {
            try take(place, name, store.text(value), isSecret(name, of: place.node))
        }
        for child in view.members where !isLinkPart(child) && !(isTop && Resource(representation, child).isItem) {
            let symbol = store.symbol(child)
            if view.isLeaf(child) {
                let isTextMember =
                    store.kind(place.node) == .object
                    && store.folded(symbol) == representation.vocabulary.textMember
                let attributes = store.attributes(child)
                let text = store.text(child)
                if !text.isEmpty || attributes.isEmpty {
                    let isSecret =
                        isTextMember
                        ? place.symbol.map(isSecretName) ?? false || isSessionHref(symbol, of: place.node)
                        : isSecret(symbol, of: place.node)
                    try take(place, isTextMember ? nil : symbol, text, isSecret)
                }
                guard !attributes.isEmpty else { continue }
                let inside = place.into(child, symbol, named: store.text(symbol))
                for (name, value) in attributes {
                    try take(inside, name, store.text(value), isSecret(name, of: child))
                }
            } else {
                let inside = place.into(child, symbol, named: store.text(symbol))
                if store.hasText(child) { try take(inside, nil, store.text(child), isSecretName(symbol)) }
                try walk(inside, isTop: isTop, take)
            }
        }
    }

    private func isSecretName(_ symbol: Symbol) -> Bool {
        let secrets = representation.vocabulary.secrets
        return !secrets.isEmpty && secrets.contains(representation.store.folded(symbol))
    }

    private func isSecret(_ symbol: Symbol, of node: NodeID) -> Bool {
        isSecretName(symbol) || isSessionHref(symbol, of: node)
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
}
