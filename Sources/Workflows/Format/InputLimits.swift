// SPDX-License-Identifier: Apache-2.0

/// What the value of an input must keep within.
public struct InputLimits: Hashable, Sendable {
    /// A form that a text must have.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        /// A point in time as XML Schema writes it, such as `2026-01-31T22:00:00Z`.
        case dateTime = "date-time"
    }

    /// The shortest text it may be, in characters; nil for any.
    public let minLength: Int?
    /// The longest text it may be, in characters; nil for any.
    public let maxLength: Int?
    /// The least number it may be; nil for any.
    public let minimum: Double?
    /// The greatest number it may be; nil for any.
    public let maximum: Double?
    /// The form that it must have; nil for any.
    public let format: Format?
}
