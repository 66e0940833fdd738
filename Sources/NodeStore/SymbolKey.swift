// SPDX-License-Identifier: Apache-2.0

/// The length of a name and the bytes at its ends: all of a name of up to 16 bytes, which nearly all have.
struct SymbolKey: BitwiseCopyable {
    private let first: UInt64
    private let last: UInt64
    let length: UInt32

    /// The key of these bytes.
    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>) {
        let count = text.count
        length = UInt32(truncatingIfNeeded: count)
        guard let base = text.baseAddress, count > 0 else {
            (first, last) = (0, 0)
            return
        }
        let bytes = UnsafeRawPointer(base)
        if count >= 8 {
            first = bytes.loadUnaligned(as: UInt64.self)
            last = bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
        } else if count >= 4 {
            first = UInt64(bytes.loadUnaligned(as: UInt32.self))
            last = UInt64(bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
        } else {
            first = UInt64(base[0]) | UInt64(base[count &>> 1]) &<< 8
            last = UInt64(base[count &- 1])
        }
    }

    /// Whether names of up to 16 bytes are the same, and longer ones may be.
    @inline(__always)
    func matches(_ other: SymbolKey) -> Bool {
        (first ^ other.first) | (last ^ other.last) | UInt64(length ^ other.length) == 0
    }

    /// The bits that a hash is made of.
    @inline(__always)
    var mixed: UInt64 { first &+ (last ^ UInt64(length)) &* 0xD6E8_FEB8_6659_FD93 }
}
