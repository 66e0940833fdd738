// SPDX-License-Identifier: Apache-2.0

/// The HTTP method by which a link is followed.
public struct Verb: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The method in capitals.
    public let rawValue: String

    /// A method by its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name.
    public var description: String { rawValue }

    /// Reads; changes nothing.
    public static let get = Verb(rawValue: "GET")
    /// Acts or creates.
    public static let post = Verb(rawValue: "POST")
    /// Replaces or edits.
    public static let put = Verb(rawValue: "PUT")
    /// Removes.
    public static let delete = Verb(rawValue: "DELETE")

    /// Whether the method only reads.
    public var isSafe: Bool { self == .get || rawValue == "HEAD" }
}
