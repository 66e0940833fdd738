// SPDX-License-Identifier: Apache-2.0

/// How a run ended; more may be added.
public struct Outcome: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The word.
    public let rawValue: String
    /// An outcome by its word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The word.
    public var description: String { rawValue }

    /// Nothing was to be changed; something was read.
    public static let read = Outcome(rawValue: "read")
    /// Something was changed, and the change was read back.
    public static let changed = Outcome(rawValue: "changed")
    /// What was asked for was there already.
    public static let unchanged = Outcome(rawValue: "unchanged")
    /// It did not work.
    public static let failed = Outcome(rawValue: "failed")
    /// A write was sent, and whether it had its effect cannot be told.
    public static let unknown = Outcome(rawValue: "unknown")
    /// A write was prepared and not sent.
    public static let planned = Outcome(rawValue: "planned")
}
