// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2

/// What kind of finding it is: a stable word; more may be added.
///
/// libxml2's messages differ between versions, its numbers do not.
public struct SchemaFindingKind: RawRepresentable, Hashable, Sendable {
    /// The word.
    public let rawValue: String
    /// A kind by its word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// No element of that name may be the root.
    public static let unknownRoot = SchemaFindingKind(rawValue: "unknown-root")
    /// The root is in another namespace than the schema's, or in none.
    public static let wrongNamespace = SchemaFindingKind(rawValue: "wrong-namespace")
    /// An element that must be there is not.
    public static let missingElement = SchemaFindingKind(rawValue: "missing-element")
    /// An element that may not be in this parent.
    public static let unexpectedElement = SchemaFindingKind(rawValue: "unexpected-element")
    /// An element that may be in this parent, but not after what stands before it.
    public static let wrongOrder = SchemaFindingKind(rawValue: "wrong-order")
    /// An element that may be in this parent, but not so often.
    public static let tooMany = SchemaFindingKind(rawValue: "too-many")
    /// An attribute that the element does not have.
    public static let unknownAttribute = SchemaFindingKind(rawValue: "unknown-attribute")
    /// An attribute that the element must have.
    public static let missingAttribute = SchemaFindingKind(rawValue: "missing-attribute")
    /// A value that is not of the type.
    public static let wrongType = SchemaFindingKind(rawValue: "wrong-type")
    /// A value that is none of the listed ones.
    public static let notInEnumeration = SchemaFindingKind(rawValue: "not-in-enumeration")
    /// A value that does not match the pattern.
    public static let wrongPattern = SchemaFindingKind(rawValue: "wrong-pattern")
    /// A value with too many characters or items.
    public static let tooLong = SchemaFindingKind(rawValue: "too-long")
    /// A value with too few characters or items.
    public static let tooShort = SchemaFindingKind(rawValue: "too-short")
    /// A number or a date that is too small or too great, or has too many digits.
    public static let outOfRange = SchemaFindingKind(rawValue: "out-of-range")
    /// Text in an element that holds elements only.
    public static let textNotAllowed = SchemaFindingKind(rawValue: "text-not-allowed")
    /// Content in an element that must be empty, or elements in one that holds a value.
    public static let contentNotAllowed = SchemaFindingKind(rawValue: "content-not-allowed")
    /// `xsi:nil` where it is not allowed, or with content.
    public static let wrongNil = SchemaFindingKind(rawValue: "wrong-nil")
    /// `xsi:type` names no type, or one that does not fit; or the element's type is abstract and none was chosen.
    public static let wrongTypeName = SchemaFindingKind(rawValue: "wrong-type-name")
    /// A value that must be fixed, unique or a key is not.
    public static let wrongValue = SchemaFindingKind(rawValue: "wrong-value")
    /// Anything else.
    public static let other = SchemaFindingKind(rawValue: "other")

    /// The kind that libxml2's number stands for.
    ///
    /// One number stands both for a missing and for an unexpected element; there the first words of the message
    /// decide, which are the same from 2.9 to 2.15.
    init(number: Int, message: String) {
        if number == Int(XML_SCHEMAV_ELEMENT_CONTENT.rawValue) {
            self = message.contains("Missing child element") ? .missingElement : .unexpectedElement
        } else {
            self = Self.kinds[number] ?? .other
        }
    }

    private static let kinds: [Int: SchemaFindingKind] = {
        let kinds: [(SchemaFindingKind, [xmlParserErrors])] = [
            (.unknownRoot, [XML_SCHEMAV_CVC_ELT_1]),
            (.unexpectedElement, [XML_SCHEMAV_CVC_COMPLEX_TYPE_2_4, XML_SCHEMAV_CVC_WILDCARD]),
            (
                .unknownAttribute,
                [
                    XML_SCHEMAV_CVC_COMPLEX_TYPE_3_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_TYPE_3_1_1,
                    XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2,
                ]
            ),
            (.missingAttribute, [XML_SCHEMAV_CVC_COMPLEX_TYPE_4]),
            (
                .wrongType,
                [
                    XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2,
                    XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3, XML_SCHEMAV_CVC_FACET_VALID,
                ]
            ),
            (.notInEnumeration, [XML_SCHEMAV_CVC_ENUMERATION_VALID]),
            (.wrongPattern, [XML_SCHEMAV_CVC_PATTERN_VALID]),
            (.tooLong, [XML_SCHEMAV_CVC_MAXLENGTH_VALID]),
            (.tooShort, [XML_SCHEMAV_CVC_MINLENGTH_VALID]),
            (
                .outOfRange,
                [
                    XML_SCHEMAV_CVC_MININCLUSIVE_VALID, XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID,
                    XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID, XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID,
                    XML_SCHEMAV_CVC_TOTALDIGITS_VALID, XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID,
                    XML_SCHEMAV_CVC_LENGTH_VALID,
                ]
            ),
            (.textNotAllowed, [XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3]),
            (
                .contentNotAllowed,
                [XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, XML_SCHEMAV_CVC_TYPE_3_1_2]
            ),
            (.wrongNil, [XML_SCHEMAV_CVC_ELT_3_1, XML_SCHEMAV_CVC_ELT_3_2_1, XML_SCHEMAV_CVC_ELT_3_2_2]),
            (
                .wrongTypeName,
                [
                    XML_SCHEMAV_CVC_ELT_2, XML_SCHEMAV_CVC_ELT_4_1, XML_SCHEMAV_CVC_ELT_4_2, XML_SCHEMAV_CVC_ELT_4_3,
                    XML_SCHEMAV_CVC_TYPE_1, XML_SCHEMAV_CVC_TYPE_2,
                ]
            ),
            (
                .wrongValue,
                [
                    XML_SCHEMAV_CVC_ELT_5_1_1, XML_SCHEMAV_CVC_ELT_5_1_2, XML_SCHEMAV_CVC_ELT_5_2_2_2_1,
                    XML_SCHEMAV_CVC_ELT_5_2_2_2_2, XML_SCHEMAV_CVC_AU, XML_SCHEMAV_CVC_IDC,
                ]
            ),
        ]
        return Dictionary(
            kinds.flatMap { kind, numbers in numbers.map { (Int($0.rawValue), kind) } },
            uniquingKeysWith: { first, _ in first }
        )
    }()
}
