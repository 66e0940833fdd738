// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

/// The encodings that documents are read in.
///
/// libxml2 is always given UTF-8.
///
/// Decoding here rather than in libxml2 gives the same result for every chunk size and every version (2.9 loses
/// UTF-16 documents whose first chunk is short), and needs no iconv.
enum TextEncoding: Equatable {
    case utf8
    case utf16(bigEndian: Bool)
    case latin1
    case windows1252

    /// What the first bytes of a document say.
    enum Sniffed: Equatable {
        /// The encoding, and how many bytes of byte order mark to skip.
        case known(TextEncoding, skip: Int)
        /// More bytes are needed.
        case undecided
        /// A name that stands for no encoding known here, or a form of UTF-32.
        case unknown(String)
    }

    /// Longest XML declaration that is looked at.
    static let declarationLimit = 1024

    /// Decides from the first bytes: byte order mark, then NUL bytes where UTF-16 has them, then the encoding of the
    /// transport, then that of the XML declaration, then UTF-8.
    ///
    /// A mark beats the transport by RFC 7303. A label that says UTF-16 over bytes without NULs is wrong: .NET
    /// writes `encoding="utf-16"` into strings that are then sent as UTF-8.
    static func sniff(_ head: UnsafeBufferPointer<UInt8>, label: String?, isWhole: Bool) -> Sniffed {
        if head.count < 4, !isWhole { return .undecided }
        func byte(_ index: Int) -> UInt8 { index < head.count ? head[index] : 0x20 }
        let first = (byte(0), byte(1), byte(2), byte(3))
        if first == (0, 0, 0xFE, 0xFF) || first == (0xFF, 0xFE, 0, 0) { return .unknown("UTF-32") }
        if first.0 == 0, first.1 == 0 { return .unknown("UTF-32") }
        if first.1 == 0, first.2 == 0, first.3 == 0 { return .unknown("UTF-32") }
        if first.0 == 0xEF, first.1 == 0xBB, first.2 == 0xBF { return .known(.utf8, skip: 3) }
        if first.0 == 0xFE, first.1 == 0xFF { return .known(.utf16(bigEndian: true), skip: 2) }
        if first.0 == 0xFF, first.1 == 0xFE { return .known(.utf16(bigEndian: false), skip: 2) }
        if first.0 == 0 { return .known(.utf16(bigEndian: true), skip: 0) }
        if first.1 == 0 { return .known(.utf16(bigEndian: false), skip: 0) }
        if let label { return named(label) }
        switch declared(head, isWhole: isWhole) {
        case .none: return .known(.utf8, skip: 0)
        case .undecided: return .undecided
        case .name(let name): return named(name)
        }
    }

    /// The failure that an encoding is not known.
    static func unknown(_ name: String) -> ReadFailure {
        ReadFailure(
            .encoding,
            "The encoding '\(name)' is not known; UTF-8, UTF-16, ISO-8859-1 and Windows-1252 are.",
            line: 1,
            column: 1
        )
    }

    private static func named(_ name: String) -> Sniffed {
        switch name.lowercased() {
        case "utf-8", "utf8", "us-ascii", "ascii": .known(.utf8, skip: 0)
        // Bytes with NULs were recognised before: these have none, so they are no UTF-16.
        case "utf-16", "utf16", "utf-16le", "utf-16be", "unicode", "ucs-2", "iso-10646-ucs-2": .known(.utf8, skip: 0)
        case "iso-8859-1", "iso_8859-1", "latin1", "latin-1", "l1": .known(.latin1, skip: 0)
        case "windows-1252", "cp1252", "cp-1252", "x-cp1252": .known(.windows1252, skip: 0)
        default: .unknown(name)
        }
    }

    private enum Declared {
        case none
        case undecided
        case name(String)
    }

    private static func declared(_ head: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Declared {
        let opening = Array("<?xml".utf8)
        if !head.prefix(opening.count).elementsEqual(opening.prefix(head.count)) { return .none }
        let part = head.prefix(declarationLimit)
        guard let end = part.indices.first(where: { part[$0] == UInt8(ascii: ">") }) else {
            return isWhole || head.count >= declarationLimit ? .none : .undecided
        }
        let words = part[..<end]
        let key = Array("encoding".utf8)
        var index = words.startIndex
        while index + key.count < end {
            guard words[index..<(index + key.count)].elementsEqual(key) else {
                index += 1
                continue
            }
            index += key.count
            while index < end, words[index] <= 0x20 || words[index] == UInt8(ascii: "=") { index += 1 }
            guard index < end, words[index] == UInt8(ascii: "\"") || words[index] == UInt8(ascii: "'") else {
                return .none
            }
            let quote = words[index]
            let start = index + 1
            guard let close = words[start..<end].firstIndex(of: quote) else { return .none }
            return .name(String(decoding: words[start..<close], as: UTF8.self))
        }
        return .none
    }
}
