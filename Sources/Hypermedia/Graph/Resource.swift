// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

/// An element of a representation: the resource it is about, an item of a collection, or a part of either.
///
/// A view on its ``Representation``; strings are made when asked for. Names are matched without ASCII case.
public struct Resource: Sendable, Hashable {
    /// The document it stands in.
    public let representation: Representation
    let node: NodeID

    init(_ representation: Representation, _ node: NodeID) {
        self.representation = representation
        self.node = node
    }

    var raw: RawNode {
        RawNode(store: representation.store, id: node, vocabulary: representation.vocabulary)
    }

    // MARK: Who it is

    /// The name of the element.
    public var name: String { node == .root ? representation.rootName : representation.store.name(node) }

    /// The type, or nil if it does not say.
    public var type: LinkType? {
        if let own = raw.value(of: representation.vocabulary.type) { return own.isEmpty ? nil : LinkType(own) }
        return node == .root ? representation.preceding?.type.map { LinkType($0) } : nil
    }

    /// The name of what it describes, such as that of a job; nil if it has none.
    public var label: String? { raw.value(of: representation.vocabulary.name) }

    /// The identifier that lasts, or nil if it has none.
    public var uid: String? { raw.value(of: representation.vocabulary.uid) }

    /// Its own target, or nil if it has none.
    public var href: Href? {
        guard let text = raw.value(of: representation.vocabulary.href), !text.isEmpty else { return nil }
        return representation.href(text)
    }

    /// Whether this is a reference to an entity rather than the entity.
    public var isReference: Bool { representation.profile.references?.isReference(type) ?? false }

    // MARK: Links

    /// Its own links, in document order; those of items inside it are theirs.
    public var links: [Link] {
        representation.store.linkRange(inSubtreeOf: node).compactMap { index in
            representation.store.link(index).owner == node ? Link(representation: representation, index: index) : nil
        }
    }

    /// Its own links and those of everything inside it, in document order.
    public var allLinks: [Link] {
        representation.store.linkRange(inSubtreeOf: node).map { Link(representation: representation, index: $0) }
    }

    /// Whether it has links of its own, those to itself not counted.
    var hasLinks: Bool {
        let store = representation.store
        return store.linkRange(inSubtreeOf: node).contains { store.link($0).owner == node }
    }

    /// The link to itself that its own href implies, or nil if it has none.
    public var selfLink: Link? { Link(itselfOf: self) }

    // MARK: Parts

    /// The elements directly inside it, link lists and single values included.
    public var elements: [Resource] { raw.members.map { Resource(representation, $0) } }

    /// The items of a collection: the nearest resources inside it that have an href, a type or links of their own.
    public var items: [Resource] {
        var result: [Resource] = []
        collectItems(of: node, into: &result)
        return result
    }

    /// The elements of this name anywhere inside it, link lists and single values aside.
    public func items(named name: String) -> [Resource] {
        guard let symbol = representation.store.folded(name) else { return [] }
        var result: [Resource] = []
        collect(symbol, in: node, into: &result)
        return result
    }

    private func collectItems(of node: NodeID, into result: inout [Resource]) {
        let store = representation.store
        for child in RawNode(store: store, id: node, vocabulary: representation.vocabulary).members {
            guard !isLinkPart(child) else { continue }
            let item = Resource(representation, child)
            if item.isItem {
                result.append(item)
            } else {
                collectItems(of: child, into: &result)
            }
        }
    }

    private func collect(_ symbol: Symbol, in node: NodeID, into result: inout [Resource]) {
        let store = representation.store
        for child in RawNode(store: store, id: node, vocabulary: representation.vocabulary).members {
            guard !isLinkPart(child) else { continue }
            let isLeaf = raw.isLeaf(child) && store.attributes(child).isEmpty
            if store.folded(store.symbol(child)) == symbol, !isLeaf { result.append(Resource(representation, child)) }
            collect(symbol, in: child, into: &result)
        }
    }

    /// Whether it counts among the items of what it stands in.
    var isItem: Bool {
        guard !raw.isLeaf(node) || !representation.store.attributes(node).isEmpty else { return false }
        let vocabulary = representation.vocabulary
        return raw.hasText(vocabulary.type) || raw.hasText(vocabulary.href) || hasLinks && !isPaging
    }

    private var isPaging: Bool { representation.profile.paging?.element.lowercased() == name.lowercased() }

    func isLinkPart(_ node: NodeID) -> Bool {
        let store = representation.store
        if store.link(at: node) != nil { return true }
        let symbol = store.folded(store.symbol(node))
        return representation.vocabulary.containers.contains(symbol)
    }

    // MARK: Identity in a document

    /// Equal where they are the same element of the same document.
    public static func == (left: Resource, right: Resource) -> Bool {
        left.node == right.node && left.representation === right.representation
    }

    /// Consistent with equality.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(representation))
        hasher.combine(node)
    }
}
