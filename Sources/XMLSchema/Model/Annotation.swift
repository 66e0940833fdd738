// SPDX-License-Identifier: Apache-2.0

/// What a schema says about a declaration: words for people, notes for programs, and where it stands.
public struct Annotation: Hashable, Sendable {
    /// The documentation in one line of text, empty if there is none.
    public var documentation: String
    /// The notes.
    public var notes: SchemaNotes
    /// Where the declaration stands.
    public var place: SchemaPlace

    /// An annotation.
    public init(documentation: String = "", notes: SchemaNotes = SchemaNotes(), place: SchemaPlace) {
        self.documentation = documentation
        self.notes = notes
        self.place = place
    }
}
