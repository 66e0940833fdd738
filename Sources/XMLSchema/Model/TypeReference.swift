// SPDX-License-Identifier: Apache-2.0

/// The type of an element or attribute: by name, or defined on the spot.
///
/// Named types are names here, not values, so that a type that contains itself is finite; a ``SchemaModel`` resolves
/// them.
public indirect enum TypeReference: Hashable, Sendable {
    /// A type of XML Schema itself.
    case builtin(BuiltinType)
    /// A global type of the schema.
    case named(String)
    /// The type of a global element, for `xs:element ref`.
    case element(String)
    /// The type of a global attribute, for `xs:attribute ref`.
    case attribute(String)
    /// A complex type without a name.
    case complex(ComplexType)
    /// A simple type without a name.
    case simple(SimpleType)

    /// The name of the type; nil if it has none.
    public var name: String? {
        switch self {
        case .builtin(let type): "xs:" + type.rawValue
        case .named(let name): name
        case .element, .attribute, .complex, .simple: nil
        }
    }
}
