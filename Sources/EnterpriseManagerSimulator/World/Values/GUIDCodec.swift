// SPDX-License-Identifier: Apache-2.0

/// Ids of generated records: from a number to a GUID and back, so that nothing needs to be kept to find one again.
///
/// The number is shuffled by a small Feistel network, so ids of neighbours do not look alike, and every id that was not
/// made here is recognised as such.
struct GUIDCodec: Sendable {
    private let key: UInt64

    /// The codec of one kind of record; kinds do not share ids.
    init(kind: String, seed: UInt64) {
        key = kind.utf8.reduce(GUIDCodec.mix(seed)) { GUIDCodec.mix($0 ^ UInt64($1)) }
    }

    /// The id of a number.
    func id(_ number: Int) -> GUID {
        var (left, right) = (UInt64(number) >> 31 & GUIDCodec.half, UInt64(number) & GUIDCodec.half)
        for round in 0..<4 { (left, right) = (right, left ^ step(right, UInt64(round))) }
        return guid(low: left << 31 | right)
    }

    /// The number of an id; nil if it is no id of this kind, or not of the first so many.
    func number(_ id: GUID, below count: Int) -> Int? {
        let bits = id.low & (1 << 62 - 1)
        guard guid(low: bits) == id else { return nil }
        var (left, right) = (bits >> 31, bits & GUIDCodec.half)
        for round in (0..<4).reversed() { (left, right) = (right ^ step(left, UInt64(round)), left) }
        let number = left << 31 | right
        return number < UInt64(count) ? Int(number) : nil
    }

    private static let half: UInt64 = 1 << 31 - 1

    /// A GUID of version 4 whose one half follows from the other.
    private func guid(low: UInt64) -> GUID {
        GUID(high: GUIDCodec.mix(low ^ key) & ~0xF000 | 0x4000, low: low | 1 << 63)
    }

    private func step(_ value: UInt64, _ round: UInt64) -> UInt64 {
        GUIDCodec.mix(value ^ key &+ round &* 0x9E37_79B9_7F4A_7C15) & GUIDCodec.half
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        var value = value &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
