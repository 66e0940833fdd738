// SPDX-License-Identifier: Apache-2.0

/// FNV-1a, 64 bits: the same in every process, unlike `Hasher`, so that a database may keep it.
struct StableHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Takes in a text, apart from the one before.
    mutating func combine(_ text: String) {
        for byte in text.utf8 { add(byte) }
        add(0xFF)
    }

    private mutating func add(_ byte: UInt8) {
        value ^= UInt64(byte)
        value &*= 0x0000_0100_0000_01b3
    }
}
