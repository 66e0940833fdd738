// SPDX-License-Identifier: Apache-2.0

/// SplitMix64: the same seed gives the same numbers on every platform.
struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A random GUID of version 4.
    mutating func guid() -> GUID {
        GUID(
            high: next() & ~0xF000 | 0x4000,
            low: next() & ~(0b11 << 62) | (0b10 << 62)
        )
    }

    /// A number of the range.
    mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
