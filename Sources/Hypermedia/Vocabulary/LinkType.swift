// SPDX-License-Identifier: Apache-2.0

/// The type of a link or of a resource: what kind of representation a target has, such as `JobReferenceList`.
///
/// The vocabulary is open. A type is a promise of the server, not proof: compare it with what arrives.
public struct LinkType: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The type as the server spells it.
    public let rawValue: String

    /// A type by its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A type by its spelling.
    public init(_ text: String) { rawValue = text }

    /// A type by its spelling.
    public init(stringLiteral value: String) { rawValue = value }

    /// The spelling.
    public var description: String { rawValue }

    /// Stands in a selector for a link without a type; written `[Type=]` in a link path.
    public static let none = LinkType("")
}
