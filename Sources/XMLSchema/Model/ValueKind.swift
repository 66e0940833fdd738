// SPDX-License-Identifier: Apache-2.0

/// What the values of a simple type are, in plain words.
public enum ValueKind: String, Hashable, Sendable, CaseIterable {
    /// Text.
    case text
    /// `true` or `false`.
    case boolean
    /// A whole number.
    case integer
    /// A number with a point.
    case decimal
    /// A number with a point and perhaps an exponent.
    case float
    /// A day and a time of day.
    case dateTime = "date and time"
    /// A day.
    case date
    /// A time of day.
    case time
    /// A span of time.
    case duration
    /// Bytes in letters.
    case binary
    /// An address.
    case uri = "URI"

    /// Whether JSON writes it without quotes.
    public var isBareInJSON: Bool {
        switch self {
        case .boolean, .integer, .decimal, .float: true
        case .text, .dateTime, .date, .time, .duration, .binary, .uri: false
        }
    }
}
