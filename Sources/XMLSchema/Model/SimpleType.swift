// SPDX-License-Identifier: Apache-2.0

/// A type of plain values, as declared; ``SchemaModel/valueType(of:)`` has what it inherits as well.
public struct SimpleType: Hashable, Sendable {
    /// What its values are made of.
    public indirect enum Variety: Hashable, Sendable {
        /// One value of another type, limited by the facets.
        case restriction(of: TypeReference)
        /// Values of another type with blanks between them.
        case list(of: TypeReference)
        /// A value of one of these types.
        case union(of: [TypeReference])
    }

    /// The name; nil if it is defined on the spot.
    public let name: String?
    /// What its values are made of.
    public let variety: Variety
    /// Its own limits.
    public let facets: Facets
    /// Documentation, notes and place.
    public let annotation: Annotation

    /// A type.
    public init(name: String?, variety: Variety, facets: Facets = Facets(), annotation: Annotation) {
        self.name = name
        self.variety = variety
        self.facets = facets
        self.annotation = annotation
    }

    /// The documentation in one line of text, empty if there is none.
    public var documentation: String { annotation.documentation }
    /// The notes.
    public var notes: SchemaNotes { annotation.notes }
}
