// SPDX-License-Identifier: Apache-2.0

/// The nodes, attributes, links and text of one document: an arena that is filled once and then only read.
///
/// Names are interned, text is kept once, indices are 32 bits wide. Views over it (`Resource`, `Link` in
/// `Hypermedia`) are a reference and an index, and make a `String` only when asked.
///
/// Unchecked `Sendable`: the columns are raw memory that this class alone owns; it is written by a ``NodeBuilder``
/// before the store exists and never after, so concurrent reads cannot race. `NodeStoreTests` reads one store from
/// many tasks under the thread sanitizer.
public final class NodeStore: @unchecked Sendable {
    private let nodes: Column<NodeRecord>
    private let attributeColumn: Column<AttributeRecord>
    private let linkColumn: Column<LinkRecord>
    private let textColumn: Column<UInt8>
    private let symbols: SymbolTable
    /// The namespace of the root element, or nil if it has none or the format knows none.
    public let rootNamespace: String?

    init(_ builder: consuming NodeBuilder) {
        nodes = builder.nodes
        attributeColumn = builder.attributes
        linkColumn = builder.links
        textColumn = builder.text
        symbols = builder.symbols
        rootNamespace = builder.rootNamespace
    }

    /// How many nodes there are.
    public var count: Int { nodes.count }
    /// How many attributes there are, those of links not counted.
    public var attributeCount: Int { attributeColumn.count }
    /// How many links there are.
    public var linkCount: Int { linkColumn.count }
    /// How many bytes of text are kept.
    public var textBytes: Int { textColumn.count }

    // MARK: Names

    /// The text of a symbol.
    public func text(_ symbol: Symbol) -> String { symbols.text(symbol) }
    /// The symbol that stands for all spellings of a name that differ in ASCII case only.
    public func folded(_ symbol: Symbol) -> Symbol { symbols.folded(symbol) }
    /// The folded symbol of a name, or nil if the document has no such name in any case.
    public func folded(_ name: String) -> Symbol? { symbols.folded(name) }

    // MARK: Nodes

    /// The name of a node, as spelt in the document.
    public func name(_ node: NodeID) -> String { symbols.text(nodes[Int(node.rawValue)].name) }
    /// The name of a node as a symbol.
    public func symbol(_ node: NodeID) -> Symbol { nodes[Int(node.rawValue)].name }
    /// What the node was in its document.
    public func kind(_ node: NodeID) -> NodeKind { nodes[Int(node.rawValue)].kind }
    /// The node around it, or nil for the root.
    public func parent(_ node: NodeID) -> NodeID? {
        let parent = nodes[Int(node.rawValue)].parent
        return parent == .max ? nil : NodeID(rawValue: parent)
    }
    /// The first node after the subtree of this one; may be one past the last.
    public func subtreeEnd(_ node: NodeID) -> NodeID { NodeID(rawValue: nodes[Int(node.rawValue)].subtreeEnd) }

    /// The direct children of a node, arrays included.
    public func children(_ node: NodeID) -> Children {
        Children(store: self, position: node.rawValue + 1, end: nodes[Int(node.rawValue)].subtreeEnd)
    }

    /// The text directly inside a node; empty if there is none.
    public func text(_ node: NodeID) -> String {
        let record = nodes[Int(node.rawValue)]
        return text(TextRange(offset: record.textOffset, length: record.textLength))
    }

    /// Whether a node has text of its own.
    public func hasText(_ node: NodeID) -> Bool { nodes[Int(node.rawValue)].textLength > 0 }

    /// The text of a range, or an empty one for `TextRange.none`.
    public func text(_ range: TextRange) -> String {
        String(decoding: textColumn.buffer(range), as: UTF8.self)
    }

    // MARK: Attributes

    /// The attributes of a node in document order; those of a link element are in its ``LinkRecord``.
    public func attributes(_ node: NodeID) -> [(name: Symbol, value: TextRange)] {
        attributeRange(node).map { (attributeColumn[$0].name, attributeColumn[$0].value) }
    }

    /// The value of the attribute with this folded name, or nil.
    public func attribute(_ node: NodeID, folded name: Symbol) -> TextRange? {
        for index in attributeRange(node) where symbols.folded(attributeColumn[index].name) == name {
            return attributeColumn[index].value
        }
        return nil
    }

    private func attributeRange(_ node: NodeID) -> Range<Int> {
        let index = Int(node.rawValue)
        let start = Int(nodes[index].firstAttribute)
        let end = index + 1 < nodes.count ? Int(nodes[index + 1].firstAttribute) : attributeColumn.count
        return start..<end
    }

    // MARK: Links

    /// A link by its position in document order.
    public func link(_ index: Int) -> LinkRecord { linkColumn[index] }

    /// The links whose elements lie in the subtree of a node, as positions.
    public func linkRange(inSubtreeOf node: NodeID) -> Range<Int> {
        let start = firstLink(atOrAfter: node.rawValue)
        return start..<max(start, firstLink(atOrAfter: nodes[Int(node.rawValue)].subtreeEnd))
    }

    /// The link that this node is, or nil.
    public func link(at node: NodeID) -> LinkRecord? {
        let index = firstLink(atOrAfter: node.rawValue)
        guard index < linkColumn.count, linkColumn[index].node == node else { return nil }
        return linkColumn[index]
    }

    private func firstLink(atOrAfter node: UInt32) -> Int {
        var low = 0
        var high = linkColumn.count
        while low < high {
            let middle = (low + high) / 2
            if linkColumn[middle].node.rawValue < node { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The children of one node, in document order.
    public struct Children: Sequence, IteratorProtocol {
        /// What it yields.
        public typealias Element = NodeID

        let store: NodeStore
        var position: UInt32
        let end: UInt32

        /// The next child, or nil.
        public mutating func next() -> NodeID? {
            guard position < end else { return nil }
            let node = NodeID(rawValue: position)
            position = store.subtreeEnd(node).rawValue
            return node
        }
    }
}
