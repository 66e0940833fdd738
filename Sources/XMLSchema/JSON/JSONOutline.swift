// SPDX-License-Identifier: Apache-2.0

import JSONReader
import NodeStore

/// The values of a JSON document in document order, with their places in its bytes.
///
/// A ``NodeStore`` keeps what a document says; this keeps where it says so, which findings need. It is made of
/// documents that a `JSONReader` has accepted, so it need not look for mistakes, and nesting has its limit.
struct JSONOutline: Sendable {
    /// What a value is.
    enum Kind: Sendable {
        case object
        case array
        case string
        case number
        case boolean
        case null
    }

    /// A value.
    struct Value: Sendable {
        let kind: Kind
        /// Its key in an object, or nil.
        let key: String?
        /// Its place in an array, or nil.
        let position: Int?
        /// What a scalar says, without quotes and escapes.
        var text = ""
        /// Where it begins in the bytes.
        let offset: Int
        let parent: Int?
        /// The index after its last descendant.
        var end = 0
    }

    private(set) var values: [Value] = []
    private let bytes: [UInt8]
    private var position = 0
    /// The offsets after each line end.
    private var lineStarts: [Int] = []

    /// Reads a document.
    ///
    /// - Throws: what `JSONReader` says against it.
    init(_ bytes: [UInt8], limits: ReadLimits) throws(ReadFailure) {
        let noLinks = LinkShape(element: "", containers: [], rel: "", type: "", href: "", name: "")
        _ = try JSONReader(shape: JSONShape(link: noLinks), limits: limits).read(bytes)
        self.bytes = bytes
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        position = start
        lineStarts = [start]
        for index in bytes.indices where bytes[index] == 0x0A { lineStarts.append(index + 1) }
        value(key: nil, position: nil, parent: nil)
    }

    /// The values directly in an array or object.
    func children(_ index: Int) -> [Int] {
        var children: [Int] = []
        var next = index + 1
        while next < values[index].end {
            children.append(next)
            next = values[next].end
        }
        return children
    }

    /// Where a value is, such as `$.JobInfo.BackupJobInfo.Includes[0]`.
    func path(_ index: Int) -> String {
        var steps: [String] = []
        var next: Int? = index
        while let value = next {
            if let key = values[value].key {
                let isPlain =
                    !key.isEmpty && key.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F }
                steps.append(isPlain ? "." + key : "['" + key + "']")
            } else if let position = values[value].position {
                steps.append("[\(position)]")
            }
            next = values[value].parent
        }
        return "$" + steps.reversed().joined()
    }

    /// The line and column of a value, from 1, columns in Unicode scalars.
    func place(_ index: Int) -> (line: Int, column: Int) {
        let offset = values[index].offset
        var low = 0
        var high = lineStarts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, bytes[lineStarts[low]..<offset].count { $0 & 0xC0 != 0x80 } + 1)
    }

    // MARK: Reading

    private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    private mutating func value(key: String?, position place: Int?, parent: Int?) {
        skipBlanks()
        let index = values.count
        func add(_ kind: Kind, _ text: String = "") {
            values.append(
                Value(kind: kind, key: key, position: place, text: text, offset: position, parent: parent)
            )
        }
        switch next {
        case UInt8(ascii: "{"):
            add(.object)
            position += 1
            members(of: index)
        case UInt8(ascii: "["):
            add(.array)
            position += 1
            items(of: index)
        case UInt8(ascii: "\""):
            add(.string)
            values[index].text = string()
        case UInt8(ascii: "t"), UInt8(ascii: "f"):
            add(.boolean)
            values[index].text = word()
        case UInt8(ascii: "n"):
            add(.null)
            _ = word()
        default:
            add(.number)
            values[index].text = word()
        }
        values[index].end = values.count
    }

    private mutating func members(of index: Int) {
        skipBlanks()
        while position < bytes.count, next != UInt8(ascii: "}") {
            let key = string()
            skipBlanks()
            position += 1
            value(key: key, position: nil, parent: index)
            skipBlanks()
            if next == UInt8(ascii: ",") { position += 1 }
            skipBlanks()
        }
        position += 1
    }

    private mutating func items(of index: Int) {
        skipBlanks()
        var count = 0
        while position < bytes.count, next != UInt8(ascii: "]") {
            value(key: nil, position: count, parent: index)
            count += 1
            skipBlanks()
            if next == UInt8(ascii: ",") { position += 1 }
            skipBlanks()
        }
        position += 1
    }

    private mutating func word() -> String {
        let begin = position
        while position < bytes.count, !",]} \t\r\n".utf8.contains(bytes[position]) { position += 1 }
        return String(decoding: bytes[begin..<position], as: UTF8.self)
    }

    private mutating func string() -> String {
        position += 1
        var begin = position
        var text = ""
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            guard bytes[position] == UInt8(ascii: "\\") else {
                position += 1
                continue
            }
            text += String(decoding: bytes[begin..<position], as: UTF8.self)
            position += 1
            escape(into: &text)
            begin = position
        }
        text += String(decoding: bytes[min(begin, bytes.count)..<min(position, bytes.count)], as: UTF8.self)
        position += 1
        return text
    }

    private mutating func escape(into text: inout String) {
        let letter = next
        position += 1
        switch letter {
        case UInt8(ascii: "b"): text += "\u{8}"
        case UInt8(ascii: "f"): text += "\u{C}"
        case UInt8(ascii: "n"): text += "\n"
        case UInt8(ascii: "r"): text += "\r"
        case UInt8(ascii: "t"): text += "\t"
        case UInt8(ascii: "u"):
            var unit = hex()
            if unit & 0xFC00 == 0xD800, next == UInt8(ascii: "\\") {
                position += 2
                unit = 0x10000 + (unit & 0x3FF) << 10 + (hex() & 0x3FF)
            }
            if let scalar = Unicode.Scalar(unit) { text.unicodeScalars.append(scalar) }
        default: text.unicodeScalars.append(Unicode.Scalar(letter))
        }
    }

    private mutating func hex() -> UInt32 {
        let end = min(position + 4, bytes.count)
        let digits = String(decoding: bytes[position..<end], as: UTF8.self)
        position = end
        return UInt32(digits, radix: 16) ?? 0
    }
}
