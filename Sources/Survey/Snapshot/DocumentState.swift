// SPDX-License-Identifier: Apache-2.0

/// What has become of a document that a link leads to.
public struct DocumentState: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The word, as the snapshot holds it.
    public let rawValue: String
    /// A state by its word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The word.
    public var description: String { rawValue }

    /// It is still to be read.
    public static let waiting = DocumentState(rawValue: "waiting")
    /// It was read.
    public static let read = DocumentState(rawValue: "read")
    /// It was asked for, and no representation came.
    public static let failed = DocumentState(rawValue: "failed")
    /// It was left alone: beyond a limit, or a logon session.
    public static let left = DocumentState(rawValue: "left")
}
