// SPDX-License-Identifier: Apache-2.0

/// A type of XML Schema itself, such as `xs:int`.
public struct BuiltinType: RawRepresentable, Hashable, Sendable {
    /// The namespace of XML Schema.
    public static let namespace = "http://www.w3.org/2001/XMLSchema"

    /// The name without a prefix.
    public let rawValue: String
    /// A type by its name; one that XML Schema does not know counts as text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `xs:anyType`: elements and text of any kind.
    public static let anyType = BuiltinType(rawValue: "anyType")
    /// `xs:anySimpleType`: text of any kind.
    public static let anySimpleType = BuiltinType(rawValue: "anySimpleType")
    /// `xs:string`.
    public static let string = BuiltinType(rawValue: "string")
    /// `xs:boolean`.
    public static let boolean = BuiltinType(rawValue: "boolean")
    /// `xs:int`.
    public static let int = BuiltinType(rawValue: "int")
    /// `xs:long`.
    public static let long = BuiltinType(rawValue: "long")
    /// `xs:dateTime`.
    public static let dateTime = BuiltinType(rawValue: "dateTime")

    /// What its values are.
    public var kind: ValueKind {
        switch rawValue {
        case "boolean": .boolean
        case "integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
            "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte":
            .integer
        case "decimal": .decimal
        case "float", "double": .float
        case "dateTime": .dateTime
        case "date": .date
        case "time": .time
        case "duration": .duration
        case "base64Binary", "hexBinary": .binary
        case "anyURI": .uri
        default: .text
        }
    }

    /// Whether XML Schema knows it.
    public var isKnown: Bool {
        kind != .text
            || [
                "anyType", "anySimpleType", "string", "normalizedString", "token", "language", "Name", "NCName", "ID",
                "IDREF", "IDREFS", "NMTOKEN", "NMTOKENS", "ENTITY", "ENTITIES", "QName", "NOTATION", "gYear",
                "gYearMonth", "gMonth", "gMonthDay", "gDay",
            ].contains(rawValue)
    }

    /// The least and greatest value of an integer type, where it has one.
    public var bounds: (minimum: String?, maximum: String?) {
        switch rawValue {
        case "long": ("-9223372036854775808", "9223372036854775807")
        case "int": ("-2147483648", "2147483647")
        case "short": ("-32768", "32767")
        case "byte": ("-128", "127")
        case "unsignedLong": ("0", "18446744073709551615")
        case "unsignedInt": ("0", "4294967295")
        case "unsignedShort": ("0", "65535")
        case "unsignedByte": ("0", "255")
        case "nonNegativeInteger": ("0", nil)
        case "positiveInteger": ("1", nil)
        case "nonPositiveInteger": (nil, "0")
        case "negativeInteger": (nil, "-1")
        default: (nil, nil)
        }
    }
}
