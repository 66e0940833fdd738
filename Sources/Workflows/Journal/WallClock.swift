// SPDX-License-Identifier: Apache-2.0

/// Tells the time of day, by a clock that is passed in.
///
/// A `TimeSource` begins with its process; how long ago an earlier process wrote something down, only this one tells.
public struct WallClock: Sendable {
    /// What time it is.
    public let now: @Sendable () -> Moment

    /// A clock; tests make one by hand.
    public init(now: @escaping @Sendable () -> Moment) { self.now = now }

    /// The clock of the machine.
    public static let system = WallClock { .now }
}
