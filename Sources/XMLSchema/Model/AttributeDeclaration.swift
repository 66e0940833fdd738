// SPDX-License-Identifier: Apache-2.0

/// An attribute of a complex type.
public struct AttributeDeclaration: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The type; `xs:anySimpleType` where none is given.
    public let type: TypeReference
    /// Whether it must be there.
    public let isRequired: Bool
    /// Whether a restriction forbids it.
    public let isProhibited: Bool
    /// The value if it is not there.
    public let defaultValue: String?
    /// The only value it may have.
    public let fixedValue: String?
    /// Documentation, notes and place.
    public let annotation: Annotation

    /// A declaration.
    public init(
        name: String,
        type: TypeReference,
        isRequired: Bool = false,
        isProhibited: Bool = false,
        defaultValue: String? = nil,
        fixedValue: String? = nil,
        annotation: Annotation
    ) {
        self.name = name
        self.type = type
        self.isRequired = isRequired
        self.isProhibited = isProhibited
        self.defaultValue = defaultValue
        self.fixedValue = fixedValue
        self.annotation = annotation
    }

    /// The documentation in one line of text, empty if there is none.
    public var documentation: String { annotation.documentation }
    /// The notes.
    public var notes: SchemaNotes { annotation.notes }
}
