// SPDX-License-Identifier: Apache-2.0

/// Fills the columns of a ``NodeStore`` in document order, then freezes them.
///
/// Readers call ``open(_:kind:)``, then ``attribute(_:value:)`` or ``link(rel:type:href:name:)``, then text and
/// children, then ``close()``. It lives on the stack of one reader and is never shared.
public struct NodeBuilder: ~Copyable {
    var nodes: Column<NodeRecord>
    var attributes: Column<AttributeRecord>
    var links: Column<LinkRecord>
    var text: Column<UInt8>
    var symbols = SymbolTable()
    private var current: UInt32 = .max
    private var containers: [Symbol] = []
    private let limits: ReadLimits

    /// How deep the open node lies; 0 before the root is opened and after it is closed.
    public private(set) var depth = 0
    /// The name of the first limit that was passed, if one was: the reader must stop then.
    public private(set) var exceeded: String?

    /// Whether a limit was passed: cheaper to ask than ``exceeded``.
    public private(set) var isOverLimit = false
    /// The namespace of the root element, if the document has one: kept because the names of nodes are local.
    public var rootNamespace: String?

    /// An empty builder.
    ///
    /// - Parameters:
    ///   - shape: which elements only hold links.
    ///   - limits: what a document may have.
    ///   - sizeHint: the expected size of the document in bytes, 0 if unknown.
    public init(shape: LinkShape, limits: ReadLimits, sizeHint: Int = 0) {
        self.limits = limits
        let hint = min(max(sizeHint, 4096), 1 << 22)
        nodes = Column(capacity: hint / 96)
        attributes = Column(capacity: hint / 256)
        links = Column(capacity: hint / 256)
        text = Column(capacity: hint / 2)
        for container in shape.containers { containers.append(symbols.folded(symbols.intern(container))) }
    }

    /// Whether nothing was opened yet.
    public var isEmpty: Bool { nodes.count == 0 }

    /// The symbol of these bytes.
    public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Symbol {
        let symbol = symbols.intern(bytes)
        if symbols.count > limits.names { exceed("names") }
        return symbol
    }

    /// The symbol of this text.
    public mutating func intern(_ text: String) -> Symbol {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    /// The symbol of the spelling without ASCII case.
    public func folded(_ symbol: Symbol) -> Symbol { symbols.folded(symbol) }

    /// Begins a node inside the open one.
    public mutating func open(_ name: Symbol, kind: NodeKind = .element) {
        if current != .max { discardBlankText(of: Int(current)) }
        let index = UInt32(nodes.count)
        nodes.append(
            NodeRecord(name: name, parent: current, firstAttribute: UInt32(attributes.count), kind: kind)
        )
        current = index
        depth += 1
        if depth > limits.depth { exceed("depth") }
        if nodes.count > limits.nodes { exceed("nodes") }
    }

    /// Adds an attribute to the node just opened.
    public mutating func attribute(_ name: Symbol, value: UnsafeBufferPointer<UInt8>) {
        attributes.append(AttributeRecord(name: name, value: store(value)))
    }

    /// Copies bytes into the text arena.
    public mutating func store(_ value: UnsafeBufferPointer<UInt8>) -> TextRange {
        let range = TextRange(offset: UInt32(text.count), length: UInt32(value.count))
        if value.count > limits.valueBytes { exceed("value-bytes") }
        if text.count + value.count > min(limits.documentBytes, Int(UInt32.max) - 1) {
            exceed("document-bytes")
        } else if let start = value.baseAddress {
            text.append(contentsOf: start, count: value.count)
            return range
        }
        return TextRange(offset: range.offset, length: 0)
    }

    /// Says that the open node is a link.
    public mutating func link(rel: Symbol, type: Symbol, href: TextRange, name: TextRange) {
        guard current != .max else { return }
        var owner = nodes[Int(current)].parent
        while owner != .max, isContainer(nodes[Int(owner)]), nodes[Int(owner)].parent != .max {
            owner = nodes[Int(owner)].parent
        }
        links.append(
            LinkRecord(
                node: NodeID(rawValue: current),
                owner: NodeID(rawValue: owner == .max ? current : owner),
                rel: rel,
                type: type,
                href: href,
                name: name
            )
        )
    }

    /// Adds text to the open node; pieces are joined, blank text between children is dropped.
    public mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard current != .max, piece.count > 0 else { return }
        let index = Int(current)
        var node = nodes[index]
        if node.textLength > 0, Int(node.textOffset) + Int(node.textLength) != text.count {
            // Mixed content: the earlier piece lies elsewhere, so it moves to the end to stay in one run.
            let earlier = TextRange(offset: node.textOffset, length: node.textLength)
            node.textOffset = UInt32(text.count)
            if text.count + text.buffer(earlier).count > text.capacity {
                text.grow(to: text.count + Int(earlier.length))
            }
            if let start = text.buffer(earlier).baseAddress {
                text.append(contentsOf: start, count: Int(earlier.length))
            }
        }
        let range = store(piece)
        if node.textLength == 0 { node.textOffset = range.offset }
        node.textLength += range.length
        if Int(node.textLength) > limits.valueBytes { exceed("value-bytes") }
        nodes[index] = node
    }

    /// Ends the open node.
    public mutating func close() {
        guard current != .max else { return }
        let index = Int(current)
        if nodes.count > index + 1 { discardBlankText(of: index) }
        var node = nodes[index]
        node.subtreeEnd = UInt32(nodes.count)
        nodes[index] = node
        current = node.parent
        depth -= 1
    }

    /// Ends building. Nodes still open are closed, so that a store is always well formed.
    public consuming func freeze() -> NodeStore {
        while depth > 0 { close() }
        return NodeStore(self)
    }

    private mutating func exceed(_ name: String) {
        if exceeded == nil { exceeded = name }
        isOverLimit = true
    }

    private func isContainer(_ node: NodeRecord) -> Bool {
        node.kind == .array || containers.contains(symbols.folded(node.name))
    }

    private mutating func discardBlankText(of index: Int) {
        let node = nodes[index]
        guard node.textLength > 0, node.kind == .element else { return }
        let range = TextRange(offset: node.textOffset, length: node.textLength)
        for byte in text.buffer(range) where byte != 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D { return }
        if Int(range.offset) + Int(range.length) == text.count { text.count = Int(range.offset) }
        nodes[index].textLength = 0
    }
}
