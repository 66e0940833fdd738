// SPDX-License-Identifier: Apache-2.0

import NodeStore

/// Walks over the bytes of a document once and knows where it is.
struct JSONLexer {
    let bytes: [UInt8]
    /// The index of the next byte.
    var position = 0
    /// The text of the last string that had escapes.
    var decoded: [UInt8] = []
    private let start: Int

    init(bytes: [UInt8]) {
        self.bytes = bytes
        // RFC 8259, section 8.1: a reader may ignore a byte order mark.
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        position = start
    }

    /// The next byte, or nil at the end.
    @inline(__always)
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    @inline(__always)
    mutating func skipBlanks() {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    /// Takes the next byte if it is this one.
    @inline(__always)
    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// Reads `true`, `false` or `null`, the word being known by its first letter.
    mutating func literal(_ word: StaticString) throws(ReadFailure) -> StringToken {
        let begin = position
        let matches = word.withUTF8Buffer { bytes[begin...].starts(with: $0) }
        let end = begin + word.utf8CodeUnitCount
        // `nullx` and `NaN`-like words are one wrong word, not a right one with something after it.
        guard matches, end == bytes.count || !JSONLexer.isWordByte(bytes[end]) else {
            throw failure(.malformed, "Expected \(word) here; the only words of JSON are true, false and null.")
        }
        position = end
        return StringToken(range: begin..<end, hadEscapes: false)
    }

    /// The text of a token, valid inside the closure only.
    @inline(__always)
    func withText<Result>(of token: StringToken, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        token.hadEscapes
            ? decoded.withUnsafeBufferPointer(body)
            : bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[token.range])) }
    }

    // MARK: Failures

    /// A failure at a place, or at the next byte.
    func failure(_ code: ReadFailure.Code, _ message: String, at place: Int? = nil, limit: String? = nil) -> ReadFailure
    {
        let place = min(place ?? position, bytes.count)
        var line = 1
        var lineStart = min(start, place)
        for index in lineStart..<place where bytes[index] == 0x0A {
            line += 1
            lineStart = index + 1
        }
        let column = bytes[lineStart..<place].count { $0 & 0xC0 != 0x80 } + 1
        return ReadFailure(code, message, line: line, column: column, limit: limit)
    }

    /// A failure at the next byte, which should have been something else.
    func unexpected(_ expected: String, hint: String = "") -> ReadFailure {
        guard position < bytes.count else {
            return failure(
                .malformed,
                "The document ends where \(expected) should stand; it may have been cut off."
            )
        }
        guard let length = UTF8Check.sequenceLength(in: bytes, at: position) else { return badEncoding(at: position) }
        let spelt = String(decoding: bytes[position..<position + length], as: UTF8.self)
        let byte = bytes[position]
        let found = byte > 0x20 && byte < 0x7F ? "\"\(spelt)\"" : JSONLexer.codePoint(spelt)
        return failure(.malformed, "Expected \(expected), but found \(found)\(hint).")
    }

    /// A failure at bytes that are no UTF-8.
    func badEncoding(at place: Int) -> ReadFailure {
        failure(.encoding, "The bytes here are no UTF-8; JSON must be sent in UTF-8.", at: place)
    }

    private static func codePoint(_ text: String) -> String {
        let hex = String(text.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
        return "the character U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
    }
}
