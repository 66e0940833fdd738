// SPDX-License-Identifier: Apache-2.0

/// Which byte sequences are UTF-8: RFC 3629, section 4 (no overlong forms, no surrogates, nothing over U+10FFFF).
enum UTF8Check {
    /// How many bytes the scalar at an index has, or nil if there is none.
    static func sequenceLength(in bytes: [UInt8], at index: Int) -> Int? {
        let first = bytes[index]
        switch first {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return continues(bytes, index, 1, second: 0x80...0xBF) ? 2 : nil
        case 0xE0: return continues(bytes, index, 2, second: 0xA0...0xBF) ? 3 : nil
        case 0xED: return continues(bytes, index, 2, second: 0x80...0x9F) ? 3 : nil
        case 0xE1...0xEF: return continues(bytes, index, 2, second: 0x80...0xBF) ? 3 : nil
        case 0xF0: return continues(bytes, index, 3, second: 0x90...0xBF) ? 4 : nil
        case 0xF1...0xF3: return continues(bytes, index, 3, second: 0x80...0xBF) ? 4 : nil
        case 0xF4: return continues(bytes, index, 3, second: 0x80...0x8F) ? 4 : nil
        default: return nil
        }
    }

    private static func continues(_ bytes: [UInt8], _ index: Int, _ count: Int, second: ClosedRange<UInt8>) -> Bool {
        guard index + count < bytes.count, second.contains(bytes[index + 1]) else { return false }
        for offset in 1...count where bytes[index + offset] & 0xC0 != 0x80 { return false }
        return true
    }
}
