// SPDX-License-Identifier: Apache-2.0

/// A JSON value to be written, members in order.
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

    /// The value as JSON: indented, or in one line.
    public func text(pretty: Bool = true) -> String {
        var result = ""
        write(indent: pretty ? "" : nil, to: &result)
        return result
    }

    private func write(indent: String?, to text: inout String) {
        switch self {
        case .string(let string): text += BodyJSONWriter.quote(string)
        case .number(let lexeme): text += lexeme
        case .boolean(let flag): text += flag ? "true" : "false"
        case .null: text += "null"
        case .array(let values):
            block("[", "]", count: values.count, indent: indent, to: &text) { index, inner, text in
                values[index].write(indent: inner, to: &text)
            }
        case .object(let members):
            block("{", "}", count: members.count, indent: indent, to: &text) { index, inner, text in
                text += BodyJSONWriter.quote(members[index].name) + (inner == nil ? ":" : ": ")
                members[index].value.write(indent: inner, to: &text)
            }
        }
    }

    private func block(
        _ open: String,
        _ close: String,
        count: Int,
        indent: String?,
        to text: inout String,
        _ part: (Int, String?, inout String) -> Void
    ) {
        guard count > 0 else {
            text += open + close
            return
        }
        let inner = indent.map { $0 + "  " }
        text += open
        for index in 0..<count {
            if let inner { text += "\n" + inner }
            part(index, inner, &text)
            if index + 1 < count { text += "," }
        }
        if let indent { text += "\n" + indent }
        text += close
    }
}
