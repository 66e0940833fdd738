// SPDX-License-Identifier: Apache-2.0

/// Bytes to look for in other bytes, by the method of Horspool: most bytes are never looked at.
///
/// What the standard library searches with looks at every byte through several layers; a crawl spent a quarter of its
/// time there.
struct BytePattern: Hashable, Sendable {
    let bytes: [UInt8]
    /// How far to move on, by the last byte under the pattern.
    private let shifts: [Int]

    /// - Parameter bytes: what to look for; nothing is never found.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var shifts = [Int](repeating: max(bytes.count, 1), count: 256)
        for (index, byte) in bytes.dropLast().enumerated() { shifts[Int(byte)] = bytes.count - 1 - index }
        self.shifts = shifts
    }

    /// Where it stands first, from an index on; nil if it does not.
    func first(in text: [UInt8], from start: Int = 0) -> Int? {
        let length = bytes.count
        guard length > 0, text.count - start >= length else { return nil }
        let last = bytes[length - 1]
        var position = start
        while position <= text.count - length {
            let byte = text[position + length - 1]
            if byte == last, text[position..<position + length].elementsEqual(bytes) { return position }
            position += shifts[Int(byte)]
        }
        return nil
    }

    /// Puts something else in its place, wherever it stands.
    func replace(with replacement: [UInt8], in text: inout [UInt8]) {
        guard var found = first(in: text) else { return }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var rest = 0
        while true {
            result += text[rest..<found]
            result += replacement
            rest = found + bytes.count
            guard let next = first(in: text, from: rest) else { break }
            found = next
        }
        result += text[rest...]
        text = result
    }
}
