// SPDX-License-Identifier: Apache-2.0

/// Fills the columns of a ``NodeStore`` in document order, then freezes them.
///
/// Readers call ``open(_:kind:)``, then ``attribute(_:value:)`` or ``link(rel:type:href:name:)``, then text and
/// children, then ``close()``. It lives on the stack of one reader and is never shared.
///
/// The columns are read by pointer, without the checks of their subscripts: every index here was handed out by the
/// column itself, and none is kept in between that a caller could change.
public struct NodeBuilder: ~Copyable {
    var nodes: Column<NodeRecord>
    var attributes: Column<AttributeRecord>
    var links: Column<LinkRecord>
    var text: Column<UInt8>
    var symbols = SymbolTable()
    /// Earlier pieces of the text of open nodes with mixed content, joined when the node is closed: moving them at
    /// every piece would copy a document of many pieces over and over.
    private var pieces = Column<MixedPiece>(capacity: 1)
    private var current: UInt32 = .max
    /// Whether the open node has text, all of it blank so far.
    private var isBlank = false
    /// The parent of the last link and the owner it led to: sibling links have the same.
    private var linkParent: UInt32 = .max
    private var linkOwner: UInt32 = .max
    private let containers: [[UInt8]]
    private let limits: ReadLimits
    private let textLimit: Int

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
        textLimit = min(limits.documentBytes, Int(UInt32.max) - 1)
        let hint = min(max(sizeHint, 4096), 1 << 22)
        nodes = Column(capacity: hint / 96)
        attributes = Column(capacity: hint / 256)
        links = Column(capacity: hint / 256)
        text = Column(capacity: hint / 2)
        containers = shape.containers.map { SymbolTable.lowercase($0.utf8) }
    }

    /// Whether nothing was opened yet.
    public var isEmpty: Bool { nodes.count == 0 }

    /// The symbol of these bytes.
    public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Symbol {
        let symbol = symbols.intern(bytes)
        if bytes.count > limits.valueBytes { exceed("value-bytes") }
        if symbols.count > limits.names { exceed("names") }
        if symbols.byteCount > textLimit { exceed("document-bytes") }
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
        if isBlank { discardBlankText() }
        let index = UInt32(truncatingIfNeeded: nodes.count)
        nodes.append(
            NodeRecord(
                name: name,
                parent: current,
                firstAttribute: UInt32(truncatingIfNeeded: attributes.count),
                kind: kind
            )
        )
        current = index
        depth += 1
        if depth > limits.depth { exceed("depth") }
        if nodes.count > limits.nodes || nodes.count >= Int(UInt32.max) { exceed("nodes") }
    }

    /// Adds an attribute to the node just opened.
    public mutating func attribute(_ name: Symbol, value: UnsafeBufferPointer<UInt8>) {
        attributes.append(AttributeRecord(name: name, value: store(value)))
    }

    /// Copies bytes into the text arena.
    public mutating func store(_ value: UnsafeBufferPointer<UInt8>) -> TextRange {
        let offset = UInt32(truncatingIfNeeded: text.count)
        if value.count > limits.valueBytes { exceed("value-bytes") }
        if value.count > textLimit - text.count {
            exceed("document-bytes")
        } else if let start = value.baseAddress {
            text.append(contentsOf: start, count: value.count)
            return TextRange(offset: offset, length: UInt32(truncatingIfNeeded: value.count))
        }
        return TextRange(offset: offset, length: 0)
    }

    /// Says that the open node is a link.
    public mutating func link(rel: Symbol, type: Symbol, href: TextRange, name: TextRange) {
        guard current != .max else { return }
        let parent = nodes.base[Int(current)].parent
        if parent == .max || parent != linkParent {
            linkParent = parent
            linkOwner = parent == .max ? current : owner(from: parent)
        }
        links.append(
            LinkRecord(
                node: NodeID(rawValue: current),
                owner: NodeID(rawValue: linkOwner),
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
        let node = nodes.base + Int(current)
        let length = Int(node.pointee.textLength)
        if length == 0 {
            isBlank = node.pointee.kind == .element && NodeBuilder.isBlank(piece)
            node.pointee.textOffset = UInt32(truncatingIfNeeded: text.count)
        } else if Int(node.pointee.textOffset) + length == text.count {
            if isBlank { isBlank = NodeBuilder.isBlank(piece) }
        } else {
            pieces.append(MixedPiece(node: current, offset: node.pointee.textOffset, length: node.pointee.textLength))
            node.pointee.textOffset = UInt32(truncatingIfNeeded: text.count)
            node.pointee.textLength = 0
        }
        node.pointee.textLength += store(piece).length
        if Int(node.pointee.textLength) > limits.valueBytes { exceed("value-bytes") }
    }

    /// Ends the open node.
    public mutating func close() {
        guard current != .max else { return }
        let node = nodes.base + Int(current)
        if isBlank {
            if nodes.count > Int(current) + 1 { discardBlankText() }
            isBlank = false
        }
        if pieces.count > 0, pieces.base[pieces.count - 1].node == current { joinPieces() }
        node.pointee.subtreeEnd = UInt32(truncatingIfNeeded: nodes.count)
        current = node.pointee.parent
        depth -= 1
    }

    /// Ends building.
    ///
    /// Nodes still open are closed, so that a store is always well formed.
    public consuming func freeze() -> NodeStore {
        while depth > 0 { close() }
        return NodeStore(self)
    }

    @inline(never)
    private mutating func exceed(_ name: String) {
        if exceeded == nil { exceeded = name }
        isOverLimit = true
    }

    private func owner(from parent: UInt32) -> UInt32 {
        var owner = parent
        while nodes.base[Int(owner)].parent != .max, isContainer(nodes.base[Int(owner)]) {
            owner = nodes.base[Int(owner)].parent
        }
        return owner
    }

    private func isContainer(_ node: NodeRecord) -> Bool {
        node.kind == .array || containers.contains { symbols.isSpelt(symbols.folded(node.name), $0) }
    }

    @inline(__always)
    private static func isBlank(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in piece where byte != 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D { return false }
        return true
    }

    /// Drops the text of the open node, which is blank and thus has no earlier pieces.
    private mutating func discardBlankText() {
        isBlank = false
        let node = nodes.base + Int(current)
        if Int(node.pointee.textOffset) + Int(node.pointee.textLength) == text.count {
            text.count = Int(node.pointee.textOffset)
        }
        node.pointee.textLength = 0
    }

    /// Makes one run of the pieces of the open node's text.
    ///
    /// Each byte is moved once.
    @inline(never)
    private mutating func joinPieces() {
        let node = nodes.base + Int(current)
        var first = pieces.count
        var total = Int(node.pointee.textLength)
        while first > 0, pieces.base[first - 1].node == current {
            first -= 1
            total += Int(pieces.base[first].length)
        }
        if total > limits.valueBytes { exceed("value-bytes") }
        pieces.append(MixedPiece(node: current, offset: node.pointee.textOffset, length: node.pointee.textLength))
        let offset = text.count
        if total > textLimit - offset {
            exceed("document-bytes")
        } else {
            text.grow(to: offset + total)
            for index in first..<pieces.count {
                let piece = pieces.base[index]
                text.append(contentsOf: text.base + Int(piece.offset), count: Int(piece.length))
            }
            node.pointee.textOffset = UInt32(truncatingIfNeeded: offset)
            node.pointee.textLength = UInt32(truncatingIfNeeded: total)
        }
        pieces.count = first
    }
}
