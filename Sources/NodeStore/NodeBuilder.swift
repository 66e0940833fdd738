// SPDX-License-Identifier: Apache-2.0

/// Fills the columns of a ``NodeStore`` in document order, then freezes them.
///
/// Readers call ``open(_:kind:)``, then ``attribute(_:value:)`` or ``link(rel:type:href:name:)``, then text and
/// children, then ``close()``. It lives on the stack of one reader and is never shared.
///
/// The columns are read by pointer, without the checks of their subscripts: every index here was handed out by the
/// column itself, and none is kept in between that a caller could change.
public struct NodeBuilder: ~Copyable {
    @usableFromInline var nodes: Column<NodeRecord>
    @usableFromInline var attributes: Column<AttributeRecord>
    var links: Column<LinkRecord>
    @usableFromInline var text: Column<UInt8>
    var symbols = SymbolTable()
    /// Earlier pieces of the text of open nodes with mixed content, joined when the node is closed: moving them at
    /// every piece would copy a document of many pieces over and over.
    @usableFromInline var pieces = Column<MixedPiece>(capacity: 1)
    @usableFromInline var current: UInt32 = .max
    /// Text of the open node since its last child, at the end of the arena and not yet in the node's row: most of it
    /// is indentation, which never gets there.
    @usableFromInline var runOffset = 0
    @usableFromInline var runLength = 0
    @usableFromInline var isRunBlank = false
    /// The parent of the last link and the owner it led to: sibling links have the same.
    private var linkParent: UInt32 = .max
    private var linkOwner: UInt32 = .max
    let containers: [[UInt8]]
    /// The last names found to be of a container and of none.
    private var containerName = Symbol.none
    private var ownerName = Symbol.none
    let limits: ReadLimits
    let textLimit: Int
    /// Where in the arena short pieces may begin without a look at the limits.
    let shortLimit: Int
    /// Where short pieces may begin without a look at the room there is, either.
    @usableFromInline var textRoom: Int
    @usableFromInline let nodeLimit: Int
    @usableFromInline let depthLimit: Int
    @usableFromInline var level = 0
    /// The depth at whose next close a passage ends; none while it is 0.
    @usableFromInline var seamLevel = 0
    /// How many bytes of the text were those of the passage before, too.
    var carriedText = 0
    /// Whether there was a passage before.
    var isRest = false

    /// How deep the open node lies; 0 before the root is opened and after it is closed.
    public var depth: Int { level }
    /// The name of the first limit that was passed, if one was: the reader must stop then.
    public internal(set) var exceeded: String?
    /// Whether a limit was passed: cheaper to ask than ``exceeded``.
    public internal(set) var isOverLimit = false
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
        shortLimit = limits.valueBytes < 32 ? 0 : textLimit - 32
        depthLimit = limits.depth
        nodeLimit = min(limits.nodes, Int(UInt32.max) - 1)
        let hint = min(max(sizeHint, 4096), 1 << 22)
        // Room that is not used is never touched and costs nothing; moving a column does. The text gets more than
        // all others together: glibc returns freed memory to the system at every document, and faults its pages in
        // again, where the sum is more than twice the largest block.
        nodes = Column(capacity: hint / 64)
        attributes = Column(capacity: hint / 256)
        links = Column(capacity: hint / 192)
        text = Column(capacity: hint)
        textRoom = min(shortLimit, hint - 31)
        containers = shape.containers.map { SymbolTable.lowercase($0.utf8) }
    }

    /// Whether nothing was opened yet.
    public var isEmpty: Bool { nodes.count == 0 }

    /// The symbol of these bytes.
    public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Symbol {
        let known = symbols.count
        let symbol = symbols.intern(bytes)
        if symbols.count != known { checkSymbols(bytes.count) }
        return symbol
    }

    /// What a name already known passed before.
    @inline(never)
    private mutating func checkSymbols(_ length: Int) {
        if length > limits.valueBytes { exceed("value-bytes") }
        if symbols.count > limits.names { exceed("names") }
        if symbols.byteCount > textLimit { exceed("document-bytes") }
    }

    /// The symbol of this text.
    public mutating func intern(_ text: String) -> Symbol {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    /// The symbol of the spelling without ASCII case.
    public func folded(_ symbol: Symbol) -> Symbol { symbols.folded(symbol) }

    /// Begins an element inside the open node if nothing but blanks came since its last child, as nearly always.
    ///
    /// - Returns: false if it is not as simple as that, or a limit may be passed: then call ``open(_:kind:)``.
    @inlinable @inline(__always)
    public mutating func openSimply(_ name: Symbol) -> Bool {
        let parent = current
        let index = nodes.count
        guard parent != .max, index < nodes.capacity, index < nodeLimit, level < depthLimit else { return false }
        let node = nodes.base + index
        if runLength > 0 {
            guard dropRun(nodes.base + Int(parent)) else { return false }
        }
        node.initialize(
            to: NodeRecord(
                name: name,
                parent: parent,
                firstAttribute: UInt32(truncatingIfNeeded: attributes.count),
                kind: .element
            )
        )
        nodes.count = index &+ 1
        current = UInt32(truncatingIfNeeded: index)
        level &+= 1
        return true
    }

    /// Drops the run if it is blank, next to a child and all the text there is.
    @inlinable @inline(__always)
    mutating func dropRun(_ node: UnsafeMutablePointer<NodeRecord>) -> Bool {
        guard isRunBlank, node.pointee.textLength == 0, node.pointee.kind == .element,
            runOffset &+ runLength == text.count
        else { return false }
        text.count = runOffset
        runLength = 0
        return true
    }

    /// Begins a node inside the open one.
    @inlinable @inline(__always)
    public mutating func open(_ name: Symbol, kind: NodeKind = .element) {
        if runLength > 0 { endRun(isLeaf: false) }
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
        level &+= 1
        if level > depthLimit { exceed("depth") }
        if nodes.count > nodeLimit { exceed("nodes") }
    }

    /// Adds an attribute to the node just opened.
    public mutating func attribute(_ name: Symbol, value: UnsafeBufferPointer<UInt8>) {
        attributes.append(AttributeRecord(name: name, value: keep(value)))
    }

    /// Copies bytes into the text arena.
    public mutating func store(_ value: UnsafeBufferPointer<UInt8>) -> TextRange { keep(value) }

    @inline(__always)
    private mutating func keep(_ value: UnsafeBufferPointer<UInt8>) -> TextRange {
        let offset = UInt32(truncatingIfNeeded: text.count)
        if value.count > limits.valueBytes { exceed("value-bytes") }
        if value.count > textLimit - text.count {
            exceed("document-bytes")
        } else if let start = value.baseAddress {
            text.append(short: start, count: value.count)
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
    @inlinable @inline(__always)
    public mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let start = piece.baseAddress else { return }
        appendPiece(start, count: piece.count)
    }

    /// Most pieces are short and begin a run: indentation and values.
    ///
    /// Two overlapping words copy such a one and say whether it is blank.
    @inlinable @inline(__always)
    mutating func appendPiece(_ start: UnsafePointer<UInt8>, count: Int) {
        let offset = text.count
        guard count > 0, count <= 32, runLength == 0, offset < textRoom, level > 0 else {
            return appendLong(UnsafeBufferPointer(start: start, count: count))
        }
        let source = UnsafeRawPointer(start)
        let target = UnsafeMutableRawPointer(text.base + offset)
        let isIndent: Bool
        if count >= 8 {
            let first = source.loadUnaligned(as: UInt64.self)
            let last = source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
            target.storeBytes(of: first, as: UInt64.self)
            target.storeBytes(of: last, toByteOffset: count &- 8, as: UInt64.self)
            var other = (first ^ 0x2020_2020_2020_200A) | (last ^ 0x2020_2020_2020_2020)
            if count > 16 {
                let second = source.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
                let third = source.loadUnaligned(fromByteOffset: count &- 16, as: UInt64.self)
                target.storeBytes(of: second, toByteOffset: 8, as: UInt64.self)
                target.storeBytes(of: third, toByteOffset: count &- 16, as: UInt64.self)
                other |= (second ^ 0x2020_2020_2020_2020) | (third ^ 0x2020_2020_2020_2020)
            }
            isIndent = other == 0
        } else if count >= 4 {
            let first = source.loadUnaligned(as: UInt32.self)
            let last = source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            target.storeBytes(of: first, as: UInt32.self)
            target.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
            isIndent = (first ^ 0x2020_200A) | (last ^ 0x2020_2020) == 0
        } else {
            let middle = start[count &>> 1]
            let last = start[count &- 1]
            target.storeBytes(of: start[0], as: UInt8.self)
            target.storeBytes(of: middle, toByteOffset: count &>> 1, as: UInt8.self)
            target.storeBytes(of: last, toByteOffset: count &- 1, as: UInt8.self)
            isIndent = false
        }
        isRunBlank =
            isIndent || (start[0] <= 0x20 && NodeBuilder.isBlank(UnsafeBufferPointer(start: start, count: count)))
        runOffset = offset
        runLength = count
        text.count = offset &+ count
    }

    @usableFromInline @inline(never)
    mutating func appendLong(_ piece: UnsafeBufferPointer<UInt8>) {
        guard current != .max, piece.count > 0 else { return }
        if runLength > 0, runOffset &+ runLength != text.count { endRun(isLeaf: true) }
        if runLength == 0 {
            runOffset = text.count
            isRunBlank = NodeBuilder.isBlank(piece)
        } else if isRunBlank {
            isRunBlank = NodeBuilder.isBlank(piece)
        }
        runLength &+= Int(keep(piece).length)
        if runLength > limits.valueBytes { exceed("value-bytes") }
        // A column that grew elsewhere since leaves this too small, never too large.
        textRoom = min(shortLimit, text.capacity - 31)
    }

    /// Ends the open node if it has text or children but not both, as nearly always; else does nothing.
    ///
    /// - Returns: false if it is not as simple as that: then call ``close()``.
    @inlinable @inline(__always)
    public mutating func closeSimply() -> Bool {
        let index = current
        let end = nodes.count
        guard index != .max, pieces.count == 0, level != seamLevel else { return false }
        let node = nodes.base + Int(index)
        if runLength > 0 {
            if end == Int(index) &+ 1, node.pointee.textLength == 0 {
                node.pointee.textOffset = UInt32(truncatingIfNeeded: runOffset)
                node.pointee.textLength = UInt32(truncatingIfNeeded: runLength)
                runLength = 0
            } else {
                guard dropRun(node) else { return false }
            }
        }
        node.pointee.subtreeEnd = UInt32(truncatingIfNeeded: end)
        current = node.pointee.parent
        level &-= 1
        return true
    }

    /// Ends the open node.
    public mutating func close() {
        guard current != .max else { return }
        if runLength > 0 { endRun(isLeaf: nodes.count == Int(current) &+ 1) }
        let node = nodes.base + Int(current)
        if pieces.count > 0, pieces.base[pieces.count - 1].node == current { joinPieces() }
        node.pointee.subtreeEnd = UInt32(truncatingIfNeeded: nodes.count)
        current = node.pointee.parent
        level &-= 1
    }

    /// Ends building.
    ///
    /// Nodes still open are closed, so that a store is always well formed.
    public consuming func freeze() -> NodeStore {
        while depth > 0 { close() }
        // The root of a document whose children all stood in the passages before is no leaf: blanks in it are indentation.
        if isRest, nodes.count == 1, NodeBuilder.isBlank(text.buffer(ownText(of: 0))) {
            nodes.base[0].textLength = 0
        }
        return NodeStore(self)
    }

    private func ownText(of node: Int) -> TextRange {
        TextRange(offset: nodes.base[node].textOffset, length: nodes.base[node].textLength)
    }

    @usableFromInline @inline(never)
    mutating func exceed(_ name: String) {
        if exceeded == nil { exceeded = name }
        isOverLimit = true
    }

    private mutating func owner(from parent: UInt32) -> UInt32 {
        var owner = parent
        while nodes.base[Int(owner)].parent != .max, isContainer(nodes.base + Int(owner)) {
            owner = nodes.base[Int(owner)].parent
        }
        return owner
    }

    private mutating func isContainer(_ node: UnsafeMutablePointer<NodeRecord>) -> Bool {
        let name = node.pointee.name
        if node.pointee.kind == .array || name == containerName { return true }
        if name == ownerName { return false }
        let folded = symbols.folded(name)
        for container in containers where symbols.isSpelt(folded, container) {
            containerName = name
            return true
        }
        ownerName = name
        return false
    }

    @usableFromInline @inline(never)
    static func isBlank(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        // Indentation is a line break and spaces, eight at a time.
        if piece.count > 8, let base = piece.baseAddress, isBlank(base[0]) {
            index = 1
            let bytes = UnsafeRawPointer(base)
            while index &+ 8 <= piece.count,
                bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) == 0x2020_2020_2020_2020
            {
                index &+= 8
            }
        }
        while index < piece.count {
            if !isBlank(piece[index]) { return false }
            index &+= 1
        }
        return true
    }

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    /// Gives the run to the open node, or drops it if it is blank, next to a child and all the text there is.
    @inlinable @inline(__always)
    mutating func endRun(isLeaf: Bool) {
        let node = nodes.base + Int(current)
        let length = node.pointee.textLength
        if isRunBlank, !isLeaf, length == 0, node.pointee.kind == .element {
            if runOffset &+ runLength == text.count { text.count = runOffset }
        } else if length == 0 {
            node.pointee.textOffset = UInt32(truncatingIfNeeded: runOffset)
            node.pointee.textLength = UInt32(truncatingIfNeeded: runLength)
        } else {
            addRun()
        }
        runLength = 0
    }

    /// Adds the run to a node that has text before it.
    @usableFromInline @inline(never)
    mutating func addRun() {
        let node = nodes.base + Int(current)
        if Int(node.pointee.textOffset) + Int(node.pointee.textLength) == runOffset {
            node.pointee.textLength &+= UInt32(truncatingIfNeeded: runLength)
            if Int(node.pointee.textLength) > limits.valueBytes { exceed("value-bytes") }
            return
        }
        pieces.append(MixedPiece(node: current, offset: node.pointee.textOffset, length: node.pointee.textLength))
        node.pointee.textOffset = UInt32(truncatingIfNeeded: runOffset)
        node.pointee.textLength = UInt32(truncatingIfNeeded: runLength)
    }

    /// Makes one run of the pieces of the open node's text.
    ///
    /// Each byte is moved once.
    @usableFromInline @inline(never)
    mutating func joinPieces() {
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
