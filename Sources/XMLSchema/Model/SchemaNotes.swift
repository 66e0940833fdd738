// SPDX-License-Identifier: Apache-2.0

/// What the `xs:appinfo` of a declaration notes in the namespace `urn:emwalk:schema-notes`.
public struct SchemaNotes: Hashable, Sendable {
    /// The namespace of the notes.
    public static let namespace = "urn:emwalk:schema-notes"

    /// The version of the API since which it exists, or `unknown`; nil if nothing is noted.
    public var since: String?
    /// The unit of its value, such as `bytes`.
    public var unit: String?
    /// Why the schema accepts more here than is documented; one reason each.
    public var relaxed: [String]
    /// What nobody knows about it.
    public var unknown: [String]

    /// Notes.
    public init(since: String? = nil, unit: String? = nil, relaxed: [String] = [], unknown: [String] = []) {
        self.since = since
        self.unit = unit
        self.relaxed = relaxed
        self.unknown = unknown
    }

    /// These notes, with those of a type for what they leave out.
    public func completed(by other: SchemaNotes) -> SchemaNotes {
        SchemaNotes(
            since: since ?? other.since,
            unit: unit ?? other.unit,
            relaxed: relaxed + other.relaxed,
            unknown: unknown + other.unknown
        )
    }
}
