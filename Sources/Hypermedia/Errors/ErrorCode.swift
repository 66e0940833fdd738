// SPDX-License-Identifier: Apache-2.0

/// A stable word for what went wrong, for programs to switch on; more may be added.
public struct ErrorCode: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The word.
    public let rawValue: String
    /// A code by its word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A code by its word.
    public init(_ word: String) { rawValue = word }
    /// The word.
    public var description: String { rawValue }

    /// What was typed is no entry point.
    public static let badEntryPoint = ErrorCode("bad-entry-point")
    /// An href cannot be read or resolved.
    public static let badHref = ErrorCode("bad-href")
    /// A query parameter may not be changed on this kind of link.
    public static let queryNotAllowed = ErrorCode("query-not-allowed")
    /// No link fits the selector.
    public static let linkMissing = ErrorCode("link-missing")
    /// Several links fit the selector.
    public static let linkAmbiguous = ErrorCode("link-ambiguous")
    /// No item of a collection fits.
    public static let itemMissing = ErrorCode("item-missing")
    /// Several items of a collection fit.
    public static let itemAmbiguous = ErrorCode("item-ambiguous")
    /// A link path cannot be parsed.
    public static let badPath = ErrorCode("bad-path")
    /// The profile knows no verb for a link relation.
    public static let unknownVerb = ErrorCode("unknown-verb")
    /// The document is no representation of this API.
    public static let notARepresentation = ErrorCode("not-a-representation")
    /// A body cannot be written as asked.
    public static let badBody = ErrorCode("bad-body")
}
