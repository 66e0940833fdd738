// SPDX-License-Identifier: Apache-2.0

/// Says where bytes stop being UTF-8, chunk by chunk.
///
/// libxml2 lets some overlong forms pass (2.9) and calls other faults by other names, depending on where they are.
/// After this check, text in a store is always UTF-8. ASCII, which is nearly all, is skipped 64 bytes at a time.
struct UTF8Check {
    private var missing = 0
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF

    /// Whether input ended in the middle of a character.
    var isInsideCharacter: Bool { missing > 0 }

    /// The position of the first byte of a chunk that cannot be, or nil.
    mutating func firstFault(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var index = 0
        while index < bytes.count {
            if missing == 0 {
                index = Self.skipASCII(UnsafeRawPointer(base), from: index, count: bytes.count)
                if index == bytes.count { return nil }
            }
            let byte = base[index]
            if missing > 0 {
                guard byte >= lowest, byte <= highest else { return index }
                missing -= 1
                lowest = 0x80
                highest = 0xBF
            } else if byte >= 0x80 {
                guard begin(byte) else { return index }
            }
            index += 1
        }
        return nil
    }

    /// Copies a chunk while checking it; false if there is a fault in it.
    @inline(__always)
    mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutableRawPointer) -> Bool {
        guard let base = bytes.baseAddress else { return true }
        let source = UnsafeRawPointer(base)
        var index = 0
        if missing == 0 {
            while index &+ 64 <= bytes.count {
                let block = source.loadUnaligned(fromByteOffset: index, as: SIMD8<UInt64>.self)
                target.storeBytes(of: block, toByteOffset: index, as: SIMD8<UInt64>.self)
                let half = block.lowHalf | block.highHalf
                let quarter = half.lowHalf | half.highHalf
                if (quarter[0] | quarter[1]) & 0x8080_8080_8080_8080 != 0 { break }
                index &+= 64
            }
        }
        let rest = UnsafeBufferPointer(rebasing: bytes[index...])
        if firstFault(rest) != nil { return false }
        if let start = rest.baseAddress { (target + index).copyMemory(from: start, byteCount: rest.count) }
        return true
    }

    /// The lead bytes of table 3-7 of the Unicode Standard, with what may follow each.
    private mutating func begin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC2...0xDF: missing = 1
        case 0xE0...0xEF:
            missing = 2
            if byte == 0xE0 { lowest = 0xA0 }
            if byte == 0xED { highest = 0x9F }
        case 0xF0...0xF4:
            missing = 3
            if byte == 0xF0 { lowest = 0x90 }
            if byte == 0xF4 { highest = 0x8F }
        default: return false
        }
        return true
    }

    @inline(__always)
    private static func skipASCII(_ bytes: UnsafeRawPointer, from start: Int, count: Int) -> Int {
        func word(_ offset: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
        var index = start
        while index + 64 <= count {
            let first = word(index) | word(index + 8) | word(index + 16) | word(index + 24)
            let second = word(index + 32) | word(index + 40) | word(index + 48) | word(index + 56)
            if (first | second) & 0x8080_8080_8080_8080 != 0 { break }
            index += 64
        }
        while index + 8 <= count, word(index) & 0x8080_8080_8080_8080 == 0 { index += 8 }
        while index < count, bytes.load(fromByteOffset: index, as: UInt8.self) < 0x80 { index += 1 }
        return index
    }
}
