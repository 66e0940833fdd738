// SPDX-License-Identifier: Apache-2.0

/// A value in the terms of JSON, members in order: what a run hands back, and what an input holds.
public indirect enum OutputValue: Hashable, Sendable {
    /// Text.
    case string(String)
    /// A number by its lexeme.
    case number(String)
    /// Yes or no.
    case boolean(Bool)
    /// Nothing; what a join did not find, for one.
    case null
    /// Values in order.
    case array([OutputValue])
    /// Members in order.
    case object([Member])

    /// A name and its value.
    public struct Member: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The value.
        public let value: OutputValue

        /// A member.
        public init(_ name: String, _ value: OutputValue) {
            self.name = name
            self.value = value
        }
    }

    /// The value of a member, or nil if this is no object or has none of that name.
    public subscript(_ name: String) -> OutputValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The elements of an array, or nil if it is none.
    public var elements: [OutputValue]? {
        guard case .array(let values) = self else { return nil }
        return values
    }

    /// A scalar as text; nil for null, arrays and objects.
    public var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .boolean(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}

extension OutputValue {
    static func integer(_ number: Int) -> OutputValue { .number(String(number)) }

    static func optional(_ text: String?) -> OutputValue { text.map { .string($0) } ?? .null }
}
