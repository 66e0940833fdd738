// SPDX-License-Identifier: Apache-2.0

/// Spreads waits at random, so that many clients that began together do not ask in the same beat.
///
/// A value: the same seed spreads the same waits, which is what tests pass in.
public struct Jitter: Hashable, Sendable {
    /// Takes waits as they are.
    public static let none = Jitter(seed: nil)

    /// Spreads by chance.
    public static var random: Jitter { Jitter(seed: .random(in: .min ... .max)) }

    private var state: UInt64?

    /// Spreads by the numbers that follow from a seed; nil to spread nothing.
    public init(seed: UInt64?) { state = seed }

    /// A wait between half of the one given and all of it: never longer, so that limits hold.
    public mutating func spread(_ wait: Duration) -> Duration {
        guard var seed = state else { return wait }
        // SplitMix64: small, and good enough for this.
        seed &+= 0x9E37_79B9_7F4A_7C15
        state = seed
        var mixed = seed
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        let share = Int(mixed >> 54)
        return wait / 2 + wait * share / 2046
    }
}
