// SPDX-License-Identifier: Apache-2.0

/// An element: global, so that it can be a document, or local to a type.
public struct ElementDeclaration: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The type; `xs:anyType` where none is given.
    public let type: TypeReference
    /// Whether it may be empty with `xsi:nil`.
    public let isNillable: Bool
    /// Whether it is only a place for others, which a document cannot use.
    public let isAbstract: Bool
    /// The value of an empty one.
    public let defaultValue: String?
    /// The only value it may have.
    public let fixedValue: String?
    /// Documentation, notes and place.
    public let annotation: Annotation

    /// A declaration.
    public init(
        name: String,
        type: TypeReference,
        isNillable: Bool = false,
        isAbstract: Bool = false,
        defaultValue: String? = nil,
        fixedValue: String? = nil,
        annotation: Annotation
    ) {
        self.name = name
        self.type = type
        self.isNillable = isNillable
        self.isAbstract = isAbstract
        self.defaultValue = defaultValue
        self.fixedValue = fixedValue
        self.annotation = annotation
    }

    /// The documentation in one line of text, empty if there is none.
    public var documentation: String { annotation.documentation }
    /// The notes.
    public var notes: SchemaNotes { annotation.notes }
}
