// SPDX-License-Identifier: Apache-2.0

/// A link relation: what following a link means, such as `Down`, `Clone` or `Alternate`.
///
/// The vocabulary is open: a server may send any relation, and an unknown one survives a round trip.
public struct Rel: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The relation as the server spells it.
    public let rawValue: String

    /// A relation by its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A relation by its spelling.
    public init(_ text: String) { rawValue = text }

    /// A relation by its spelling.
    public init(stringLiteral value: String) { rawValue = value }

    /// The spelling.
    public var description: String { rawValue }

    /// The relation of a resource to itself, implied by its own href.
    public static let itself = Rel("self")
}
