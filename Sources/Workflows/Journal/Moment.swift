// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A point in time by the clock on the wall, which tells it to a process that comes later.
public struct Moment: RawRepresentable, Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// Milliseconds since the beginning of 1970, UTC.
    public let rawValue: Int64

    /// A point in time.
    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// Whether one is before another.
    public static func < (left: Moment, right: Moment) -> Bool { left.rawValue < right.rawValue }

    /// How long it is from one to another; less than zero if the other is earlier.
    public func duration(to other: Moment) -> Duration { .milliseconds(other.rawValue - rawValue) }

    /// The point in time that is so much later.
    public func advanced(by duration: Duration) -> Moment {
        Moment(rawValue: rawValue + Int64(duration.wholeMilliseconds))
    }

    /// ISO 8601, UTC, to the second.
    public var description: String {
        Date(timeIntervalSince1970: Double(rawValue / 1000)).formatted(.iso8601)
    }

    /// By the clock of this machine.
    public static var now: Moment { Moment(rawValue: Int64(Date.now.timeIntervalSince1970 * 1000)) }
}
