// SPDX-License-Identifier: Apache-2.0

import NodeStore

/// Reads one document: the grammar of RFC 8259 as a loop, so that nesting cannot overflow the stack.
struct DocumentParser: ~Copyable {
    /// What the grammar allows next.
    private enum Expectation {
        case value
        case firstItem
        case firstKey
        case key
        case afterValue
    }

    private var lexer: JSONLexer
    private var assembler: NodeAssembler
    private let limits: ReadLimits

    init(bytes: [UInt8], shape: FoldedShape, limits: ReadLimits) {
        lexer = JSONLexer(bytes: bytes)
        assembler = NodeAssembler(shape: shape, limits: limits, sizeHint: bytes.count)
        self.limits = limits
    }

    consuming func finish() -> NodeStore { assembler.finish() }

    mutating func parse() throws(ReadFailure) {
        try checkStart()
        var expected = Expectation.value
        repeat {
            lexer.skipBlanks()
            switch expected {
            case .value: expected = try value()
            case .firstItem: expected = lexer.next == Sign.closeArray ? try afterValue() : try value()
            case .firstKey: expected = lexer.next == Sign.closeObject ? try afterValue() : try key()
            case .key: expected = try key()
            case .afterValue: expected = try afterValue()
            }
        } while assembler.isInObject != nil
        lexer.skipBlanks()
        guard lexer.next == nil else { throw lexer.unexpected("the end of the document after its one value") }
    }

    private mutating func checkStart() throws(ReadFailure) {
        let bytes = lexer.bytes
        // A byte order mark, or the zero byte that both encodings have beside an ASCII character.
        let isMarked = bytes.first == 0xFE || bytes.first == 0xFF
        let isWide = bytes.count > 1 && bytes.count.isMultiple(of: 2) && (bytes[0] == 0 || bytes[1] == 0)
        if isMarked || isWide {
            throw lexer.failure(
                .encoding,
                "The document looks like UTF-16 or UTF-32; JSON must be sent in UTF-8.",
                at: 0
            )
        }
        lexer.skipBlanks()
        guard lexer.next != nil else {
            throw lexer.failure(.empty, "There is no JSON value in the document; it is empty or blank.")
        }
    }

    private mutating func value() throws(ReadFailure) -> Expectation {
        let begin = lexer.position
        guard let sign = lexer.next else { throw lexer.unexpected("a value") }
        switch sign {
        case Sign.quote:
            assembler.scalar(.string, try lexer.string(), of: lexer)
        case Sign.openObject:
            lexer.position += 1
            assembler.openObject()
            try checkLimits(at: begin)
            return .firstKey
        case Sign.openArray:
            lexer.position += 1
            assembler.openArray()
            try checkLimits(at: begin)
            return .firstItem
        case Sign.minus, Sign.zero...Sign.nine:
            assembler.scalar(.number, try lexer.number(), of: lexer)
        case Sign.t:
            assembler.scalar(.boolean, try lexer.literal("true"), of: lexer)
        case Sign.f:
            assembler.scalar(.boolean, try lexer.literal("false"), of: lexer)
        case Sign.n:
            assembler.scalar(.null, try lexer.literal("null"), of: lexer)
        default:
            throw lexer.unexpected("a value", hint: hint())
        }
        try checkLimits(at: begin)
        return .afterValue
    }

    private mutating func key() throws(ReadFailure) -> Expectation {
        let begin = lexer.position
        guard lexer.next == Sign.quote else {
            throw lexer.unexpected("a key in double quotes", hint: hint())
        }
        let token = try lexer.string()
        guard token.range.count <= limits.valueBytes else { throw limitFailure("value-bytes", at: begin) }
        guard assembler.member(token, of: lexer) else {
            // As spelt in the document, so that escapes keep the sentence on one line.
            let spelt = String(decoding: lexer.bytes[token.range].prefix(80), as: UTF8.self)
            throw lexer.failure(.duplicateKey, "The key \"\(spelt)\" stands twice in one object.", at: begin)
        }
        try checkLimits(at: begin)
        lexer.skipBlanks()
        guard lexer.take(Sign.colon) else { throw lexer.unexpected("a colon after the key") }
        return .value
    }

    private mutating func afterValue() throws(ReadFailure) -> Expectation {
        guard let isInObject = assembler.isInObject else { return .afterValue }
        if lexer.take(Sign.comma) { return isInObject ? .key : .value }
        guard lexer.take(isInObject ? Sign.closeObject : Sign.closeArray) else {
            throw lexer.unexpected(
                isInObject
                    ? "a comma or the closing brace of the object" : "a comma or the closing bracket of the array",
                hint: hint()
            )
        }
        assembler.close()
        return .afterValue
    }

    // MARK: Failures

    private func checkLimits(at begin: Int) throws(ReadFailure) {
        if let name = assembler.exceeded { throw limitFailure(name, at: begin) }
    }

    private func limitFailure(_ name: String, at begin: Int) -> ReadFailure {
        let most: (count: Int, what: String) =
            switch name {
            case "depth": (limits.depth, "nested deeper than %")
            case "nodes": (limits.nodes, "of more than % values")
            case "names": (limits.names, "of more than % different names, link relations and link types")
            case "value-bytes": (limits.valueBytes, "with a key or value of more than % bytes")
            default: (limits.documentBytes, "of more than % bytes")
            }
        let what = most.what.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\(most.count)")
        return lexer.failure(
            .limit,
            "A document \(what) passes the limit \(name); raise the limit if the sender is to be trusted.",
            at: begin,
            limit: name
        )
    }

    /// What the mistake at the next byte may be.
    private func hint() -> String {
        switch lexer.next {
        case Sign.closeArray, Sign.closeObject:
            let before = lexer.bytes[..<lexer.position].last { $0 > 0x20 }
            return before == Sign.comma ? "; perhaps the comma before it is one too many" : ""
        case Sign.slash, Sign.hash: return "; JSON has no comments"
        case Sign.apostrophe: return "; JSON has double quotes only"
        case Sign.quote: return "; perhaps a comma is missing before it"
        default: return ""
        }
    }
}
