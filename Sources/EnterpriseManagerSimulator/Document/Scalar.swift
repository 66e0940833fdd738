// SPDX-License-Identifier: Apache-2.0

/// A value of a document, which XML writes as text and JSON natively [representation_collections].
enum Scalar: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    case text(String)
    case number(Int)
    case boolean(Bool)
    /// A time of day, which is a full date-time in JSON [resource_representation_for_ke].
    case time(xml: String, json: String)

    init(stringLiteral value: String) { self = .text(value) }
    init(booleanLiteral value: Bool) { self = .boolean(value) }
    init(integerLiteral value: Int) { self = .number(value) }
}
