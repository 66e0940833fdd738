// SPDX-License-Identifier: Apache-2.0

/// Which bytes of a JSON document belong to which value, so that one can be replaced.
///
/// It is made of documents that a `JSONReader` has accepted, so it need not look for mistakes, and nesting has its
/// limit.
struct JSONSpans: Sendable {
    /// A value.
    struct Span: Sendable {
        /// `{`, `[`, `"` or the first byte of a word.
        let opening: UInt8
        /// Its key, without quotes and with its escapes as written; nil in an array.
        let key: String?
        let parent: Int?
        /// From the key on, if it has one.
        let start: Int
        var value: Range<Int>
        var children: [Int] = []

        var isObject: Bool { opening == UInt8(ascii: "{") }
        var isArray: Bool { opening == UInt8(ascii: "[") }
        var isString: Bool { opening == UInt8(ascii: "\"") }
        var isNull: Bool { opening == UInt8(ascii: "n") }
        /// The key and the value.
        var whole: Range<Int> { start..<value.upperBound }
    }

    let bytes: [UInt8]
    private(set) var spans: [Span] = []
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        skipBlanks()
        value(key: nil, start: position, parent: nil)
    }

    /// The bytes of a place as text.
    func source(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private mutating func value(key: String?, start: Int, parent: Int?) {
        guard position < bytes.count else { return }
        let index = spans.count
        let begin = position
        spans.append(
            Span(opening: bytes[position], key: key, parent: parent, start: start, value: begin..<begin)
        )
        if let parent { spans[parent].children.append(index) }
        switch bytes[position] {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let isObject = bytes[position] == UInt8(ascii: "{")
            position += 1
            skipSeparators()
            while position < bytes.count, bytes[position] != UInt8(ascii: "}"), bytes[position] != UInt8(ascii: "]") {
                let start = position
                var key: String?
                if isObject {
                    skipString()
                    key = String(decoding: bytes[start + 1..<max(start + 1, position - 1)], as: UTF8.self)
                    skipSeparators()
                }
                value(key: key, start: start, parent: index)
                skipSeparators()
            }
            position += 1
        case UInt8(ascii: "\""): skipString()
        default:
            while position < bytes.count, !",]} \t\r\n".utf8.contains(bytes[position]) { position += 1 }
        }
        spans[index].value = begin..<min(position, bytes.count)
    }

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    /// Blanks, colons and commas: which of them must stand where was checked before.
    private mutating func skipSeparators() {
        while position < bytes.count,
            bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: ":") || bytes[position] == UInt8(ascii: ",")
        {
            position += 1
        }
    }

    private mutating func skipString() {
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position += 1
    }
}
