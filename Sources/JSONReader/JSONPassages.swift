// SPDX-License-Identifier: Apache-2.0

public import NodeStore

/// Cuts a document, while it arrives, into documents of the same shape that hold a part of its longest list each.
///
/// `{"Total": 3, "Refs": [1, 2, 3]}` may be cut into `{"Total": 3, "Refs": [1, 2]}` and `{"Refs": [3]}`: between two
/// items of a list that is a member of the root. It looks for quotation marks, brackets and the keys of the root only;
/// whatever else is wrong with a document is still wrong with one of its passages, and is found by the reader of that.
public struct JSONPassages: Sendable {
    /// A document that is a part of another.
    public struct Passage: Sendable {
        /// The document.
        public let bytes: [UInt8]
        /// Where in the whole it goes on, and what was put before it.
        fileprivate let line: Int
        fileprivate let column: Int
        fileprivate let prefix: Int

        /// Where a failure lies in the whole.
        public func placed(_ failure: ReadFailure) -> ReadFailure {
            guard failure.line > 0 else { return failure }
            return ReadFailure(
                failure.code,
                failure.message,
                line: failure.line + line,
                column: failure.line == 1 ? max(1, failure.column + column - prefix) : failure.column,
                limit: failure.limit
            )
        }
    }

    /// Where between two bytes the document stands.
    private enum State {
        case between
        case string
        case escape
        /// Right after a cut, where an item must follow.
        case cut
    }

    /// A longer key is repeated only where passages are longer still.
    private static let longestKey = 256

    private let size: Int
    private let uncut: Set<[UInt8]>
    private var bytes: [UInt8] = []
    private var state = State.between
    private var depth = 0
    /// Whether what is open at depth 1 is an object, and at depth 2 a list.
    private var isObject = false
    private var isList = false
    /// Where the last string of the root lies: the key of what follows it.
    private var string = 0..<0
    /// The key of the open list of the root.
    private var key: [UInt8] = []
    /// The keys of the root, as they are spelt, in the passages before this one and in this one.
    private var earlierKeys: Set<[UInt8]> = []
    private var keys: Set<[UInt8]> = []
    /// How many bytes of this passage stood in the one before.
    private var carried = 0
    private var line = 0
    private var column = 0
    private var start: (line: Int, column: Int, prefix: Int) = (0, 0, 0)

    /// Begins a document.
    ///
    /// - Parameters:
    ///   - size: from how many bytes on a passage ends, at least 1; what is repeated at the begin of each does not count.
    ///   - uncut: the keys of lists that stay whole, whatever the case of their ASCII letters.
    public init(size: Int, uncut: [String] = []) {
        self.size = max(1, size)
        self.uncut = Set(uncut.map { Array("\"\($0.lowercased())\"".utf8) })
    }

    /// Takes the next bytes.
    ///
    /// - Returns: the passages that ended in them.
    /// - Throws: `ReadFailure` if a key of the root stands in two passages.
    public mutating func feed(_ chunk: [UInt8]) throws(ReadFailure) -> [Passage] {
        var passages: [Passage] = []
        for byte in chunk {
            if byte == 0x0A {
                line += 1
                column = 0
            } else if byte & 0xC0 != 0x80, !isMark(byte) {
                column += 1
            }
            if let passage = take(byte) { passages.append(passage) }
            if byte == Sign.colon, state == .between, depth == 1 { try noteKey() }
        }
        return passages
    }

    /// What is left: the only passage of a short document, the last one of a long one.
    public consuming func finish() -> Passage {
        Passage(bytes: bytes, line: start.line, column: start.column, prefix: start.prefix)
    }

    /// Notes the key that has just ended.
    private mutating func noteKey() throws(ReadFailure) {
        let key = Array(bytes[string])
        guard earlierKeys.contains(key) else {
            keys.insert(key)
            return
        }
        let spelt = String(decoding: key.dropFirst().dropLast().prefix(80), as: UTF8.self)
        throw ReadFailure(
            .duplicateKey,
            "The key \"\(spelt)\" stands twice in one object.",
            line: line + 1,
            column: max(1, column - key.count { $0 & 0xC0 != 0x80 })
        )
    }

    /// Whether a byte order mark begins: it is no character of the first line.
    private func isMark(_ byte: UInt8) -> Bool { byte == 0xEF && bytes.isEmpty && line == 0 }

    private mutating func take(_ byte: UInt8) -> Passage? {
        switch state {
        case .escape: state = .string
        case .string:
            if byte == Sign.backslash { state = .escape }
            if byte == Sign.quote {
                state = .between
                if depth == 1 { string = string.lowerBound..<bytes.count + 1 }
            }
        case .cut, .between:
            // A comma with nothing after it stays one.
            if state == .cut, byte == Sign.closeArray { bytes.append(Sign.comma) }
            if byte > 0x20 { state = .between }
            return takeSign(byte)
        }
        bytes.append(byte)
        return nil
    }

    private mutating func takeSign(_ byte: UInt8) -> Passage? {
        switch byte {
        case Sign.quote:
            state = .string
            if depth == 1 { string = bytes.count..<bytes.count }
        case Sign.openObject, Sign.openArray:
            depth += 1
            if depth == 1 { isObject = byte == Sign.openObject }
            if depth == 2 {
                isList = byte == Sign.openArray
                if isList {
                    key = Array(bytes[string])
                    let isUncut = uncut.contains(key.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 })
                    // What is repeated must be little.
                    if isUncut || key.count > max(size, JSONPassages.longestKey) { key = [] }
                }
            }
        case Sign.closeObject, Sign.closeArray: depth -= 1
        case Sign.comma:
            guard depth == 2, isObject, isList, bytes.count - carried >= size, !key.isEmpty else { break }
            return cut()
        default: break
        }
        bytes.append(byte)
        return nil
    }

    private mutating func cut() -> Passage {
        bytes += [Sign.closeArray, Sign.closeObject]
        let passage = Passage(bytes: bytes, line: start.line, column: start.column, prefix: start.prefix)
        bytes.removeAll(keepingCapacity: true)
        bytes.append(Sign.openObject)
        bytes += key
        bytes += [Sign.colon, Sign.openArray]
        string = 1..<1 + key.count
        carried = bytes.count
        start = (line, column, bytes.count { $0 & 0xC0 != 0x80 })
        earlierKeys.formUnion(keys)
        keys = []
        state = .cut
        return passage
    }
}
