// SPDX-License-Identifier: Apache-2.0

/// FNV-1a, 64 bits: the same in every process, unlike `Hasher`, so that a database may keep it.
///
/// It hides nothing and proves nothing.
public struct StableHash: Sendable {
    /// The hash of what was taken in so far.
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The hash of nothing.
    public init() {}

    /// Takes in bytes, as if they stood right after those before.
    public mutating func combine(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
    }

    /// Takes in a text, apart from the one before.
    public mutating func combine(_ text: String) {
        combine(text.utf8)
        add(0xFF)
    }

    private mutating func add(_ byte: UInt8) {
        value ^= UInt64(byte)
        value &*= 0x0000_0100_0000_01b3
    }
}
