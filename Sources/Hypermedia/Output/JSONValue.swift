// SPDX-License-Identifier: Apache-2.0

/// A value in the terms of JSON, members in order: what a command prints, a run hands back, an input holds.
public indirect enum JSONValue: Hashable, Sendable {
    /// Text.
    case string(String)
    /// A number by its lexeme.
    case number(String)
    /// Yes or no.
    case boolean(Bool)
    /// Nothing.
    case null
    /// Values in order.
    case array([JSONValue])
    /// Members in order.
    case object([Member])

    /// A member of an object.
    public struct Member: Hashable, Sendable {
        /// The key.
        public let name: String
        /// The value.
        public let value: JSONValue

        /// A member.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// A text, or null if there is none.
    public static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// A whole number.
    public static func integer(_ number: Int) -> JSONValue { .number(String(number)) }

    /// An object of members in order.
    public static func members(_ pairs: (String, JSONValue)...) -> JSONValue {
        .object(pairs.map { Member($0.0, $0.1) })
    }

    /// The value of a member, or nil if this is no object or has none of that name.
    public subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The elements of an array, or nil if it is none.
    public var elements: [JSONValue]? {
        guard case .array(let values) = self else { return nil }
        return values
    }

    /// A text, number or flag as text; nil for null, arrays and objects.
    public var scalar: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .boolean(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}
