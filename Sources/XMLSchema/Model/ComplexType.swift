// SPDX-License-Identifier: Apache-2.0

/// A type with attributes or child elements, as declared; ``SchemaModel/members(of:)`` has what it inherits as well.
public struct ComplexType: Hashable, Sendable {
    /// The name; nil if it is defined on the spot.
    public let name: String?
    /// How it comes from another type, if it does.
    public let derivation: Derivation?
    /// What its own part may hold.
    public let particle: Particle?
    /// The type of its text, if it holds text and no elements and says so itself.
    public let simpleContent: TypeReference?
    /// Its own attributes.
    public let attributes: [AttributeDeclaration]
    /// Attributes it does not name, if it accepts such.
    public let anyAttribute: Wildcard?
    /// Whether text may stand between its elements.
    public let isMixed: Bool
    /// Whether it is only there for others to come from.
    public let isAbstract: Bool
    /// Documentation, notes and place.
    public let annotation: Annotation

    /// A type.
    public init(
        name: String?,
        derivation: Derivation? = nil,
        particle: Particle? = nil,
        simpleContent: TypeReference? = nil,
        attributes: [AttributeDeclaration] = [],
        anyAttribute: Wildcard? = nil,
        isMixed: Bool = false,
        isAbstract: Bool = false,
        annotation: Annotation
    ) {
        self.name = name
        self.derivation = derivation
        self.particle = particle
        self.simpleContent = simpleContent
        self.attributes = attributes
        self.anyAttribute = anyAttribute
        self.isMixed = isMixed
        self.isAbstract = isAbstract
        self.annotation = annotation
    }

    /// The documentation in one line of text, empty if there is none.
    public var documentation: String { annotation.documentation }
    /// The notes.
    public var notes: SchemaNotes { annotation.notes }
}
