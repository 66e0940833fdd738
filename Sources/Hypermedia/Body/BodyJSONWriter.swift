// SPDX-License-Identifier: Apache-2.0

/// Writes a ``BodyValue`` as JSON, indented, members in order.
enum BodyJSONWriter {
    static func write(_ value: BodyValue) throws(HypermediaError) -> String {
        try json(value).text(pretty: true) + "\n"
    }

    private static func json(_ value: BodyValue) throws(HypermediaError) -> JSONValue {
        switch value {
        case .string(let string): return .string(string)
        case .number(let lexeme):
            guard isNumber(lexeme) else {
                throw HypermediaError(
                    .badBody,
                    "‘\(lexeme)’ is no number that JSON knows.",
                    hint: "Nothing was sent. Numbers look like 12, -3 or 0.5."
                )
            }
            return .number(lexeme)
        case .boolean(let flag): return .boolean(flag)
        case .list(let values):
            var elements: [JSONValue] = []
            for value in values { elements.append(try json(value)) }
            return .array(elements)
        case .fields(let fields):
            var members: [JSONValue.Member] = []
            for field in fields { members.append(JSONValue.Member(field.name, try json(field.value))) }
            return .object(members)
        }
    }

    /// The grammar of RFC 8259: a lexeme goes into the body as it is, so it must not be able to be anything else.
    private static func isNumber(_ lexeme: String) -> Bool {
        lexeme.wholeMatch(of: #/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/#) != nil
    }
}
