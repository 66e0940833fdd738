// SPDX-License-Identifier: Apache-2.0

import NodeStore

/// Turns the values of a document into nodes and links, by the dialect's shape.
struct NodeAssembler: ~Copyable {
    var builder: NodeBuilder
    var names: NameTable
    var frames: [Frame] = []
    /// The open objects that may be links, outermost first.
    var candidates: [LinkCandidate] = []
    /// How many links were registered.
    var links = 0
    /// The key before the value that comes next; the empty name for the root.
    var key: Symbol
    let relIsKey: Bool
    private var ledger = KeyLedger()

    init(shape: FoldedShape, limits: ReadLimits, sizeHint: Int) {
        builder = NodeBuilder(shape: shape.link, limits: limits, sizeHint: sizeHint)
        names = NameTable(shape: shape)
        relIsKey = shape.link.relIsKey
        key = builder.intern("")
        names.learn(key, text: "")
    }

    /// The name of the first limit that was passed, if one was.
    var exceeded: String? { builder.exceeded }
    /// Whether the innermost open value is an object; nil if none is open.
    var isInObject: Bool? { frames.last?.isObject }

    consuming func finish() -> NodeStore { builder.freeze() }

    /// Notes the key of the value that comes next; false if the open object has it already.
    mutating func member(_ token: StringToken, of lexer: borrowing JSONLexer) -> Bool {
        key = lexer.withText(of: token) { builder.intern($0) }
        if !names.knows(key) {
            names.learn(key, text: lexer.withText(of: token) { String(decoding: $0, as: UTF8.self) })
        }
        let isNew = ledger.insert(key)
        key = names.canonical(key, builder: &builder)
        return isNew
    }

    /// Adds a value that is neither an array nor an object.
    mutating func scalar(_ kind: NodeKind, _ token: StringToken, of lexer: borrowing JSONLexer) {
        builder.open(itemName(isObject: false), kind: kind)
        // The text goes to the end of the arena, so that a link shares it with the node instead of keeping a copy.
        let end = builder.store(UnsafeBufferPointer(start: nil, count: 0)).offset
        let length = lexer.withText(of: token) { text in
            builder.append(text)
            return text.count
        }
        builder.close()
        // A null is absent: EM writes `"Name": null` where its XML has no attribute (seen in answers from v10 on).
        guard kind != .null, case .candidate = frames.last?.role, let member = names.traits(key).member else { return }
        let text = TextRange(offset: end, length: UInt32(length))
        let symbol = member.isInterned ? lexer.withText(of: token) { builder.intern($0) } : .none
        candidates[candidates.count - 1].note(member, text: text, symbol: symbol)
    }

    /// Begins an object.
    mutating func openObject() {
        let role = roleOfValue(isObject: true)
        let name = itemName(isObject: true)
        registerBeforeInnerLinks(role)
        builder.open(name, kind: .object)
        var frame = Frame(isObject: true, role: role)
        frame.keys = ledger.open()
        frames.append(frame)
        if case .candidate(let rel) = role { candidates.append(LinkCandidate(rel: rel, linksBefore: links)) }
    }

    /// Begins an array.
    mutating func openArray() {
        let role = roleOfValue(isObject: false)
        let name = itemName(isObject: false)
        registerBeforeInnerLinks(role)
        var items = names.items(name, builder: &builder)
        if case .links(let rel) = role, rel != .none {
            // The key is the relation: one link and an array of them are to have the same name.
            items = ArrayNaming(kind: .array, object: name, other: name)
        }
        builder.open(name, kind: items.kind)
        var frame = Frame(isObject: false, role: role)
        frame.objectItem = items.object
        frame.otherItem = items.other
        frames.append(frame)
    }

    /// Ends the innermost array or object.
    mutating func close() {
        guard let frame = frames.popLast() else { return }
        if case .candidate = frame.role, let candidate = candidates.popLast() { register(candidate) }
        if frame.isObject { ledger.close(frame.keys) }
        builder.close()
    }

    private func itemName(isObject: Bool) -> Symbol {
        guard let frame = frames.last, !frame.isObject else { return key }
        return isObject ? frame.objectItem : frame.otherItem
    }
}
