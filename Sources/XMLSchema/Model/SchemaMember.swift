// SPDX-License-Identifier: Apache-2.0

/// A part of an element: an attribute, a child element or its text, inherited ones included.
public struct SchemaMember: Hashable, Sendable {
    /// What a member is in XML.
    public enum Kind: String, Hashable, Sendable {
        /// An attribute.
        case attribute
        /// A child element.
        case element
        /// The text of an element that has attributes as well.
        case text
        /// Elements that the schema does not name.
        case any
    }

    /// The name; empty for text and for elements without a name in the schema.
    public let name: String
    /// What it is in XML.
    public let kind: Kind
    /// Its type.
    public let type: TypeReference
    /// How often it may stand there, groups around it considered: a branch of a choice is never required by this.
    public let occurrence: Occurrence
    /// How often it may stand there if the branches of ``choices`` are taken.
    public let branchOccurrence: Occurrence
    /// The choices that it is a part of, outermost first.
    public let choices: [ChoiceBranch]
    /// Whether its place among its siblings is free, as inside `xs:all` and repeated choices.
    public let isOrderFree: Bool
    /// Whether it may be empty with `xsi:nil`.
    public let isNillable: Bool
    /// The value if it is not there.
    public let defaultValue: String?
    /// The only value it may have.
    public let fixedValue: String?
    /// Documentation, notes and place.
    public let annotation: Annotation

    /// The documentation in one line of text, empty if there is none.
    public var documentation: String { annotation.documentation }
    /// The notes.
    public var notes: SchemaNotes { annotation.notes }
}
