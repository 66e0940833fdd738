// SPDX-License-Identifier: Apache-2.0

/// Writes a ``BodyValue`` as JSON, indented, members in order.
enum BodyJSONWriter {
    static func write(_ value: BodyValue) throws(HypermediaError) -> String {
        var text = ""
        try append(value, indent: "", to: &text)
        return text + "\n"
    }

    private static func append(_ value: BodyValue, indent: String, to text: inout String) throws(HypermediaError) {
        switch value {
        case .string(let string): text += quote(string)
        case .number(let lexeme):
            guard isNumber(lexeme) else {
                throw HypermediaError(
                    .badBody,
                    "‘\(lexeme)’ is no number that JSON knows.",
                    hint: "Nothing was sent. Numbers look like 12, -3 or 0.5."
                )
            }
            text += lexeme
        case .boolean(let flag): text += flag ? "true" : "false"
        case .list(let values):
            try block("[", "]", count: values.count, indent: indent, to: &text) {
                index,
                inner,
                text throws(HypermediaError) in
                try append(values[index], indent: inner, to: &text)
            }
        case .fields(let fields):
            try block("{", "}", count: fields.count, indent: indent, to: &text) {
                index,
                inner,
                text throws(HypermediaError) in
                text += quote(fields[index].name) + ": "
                try append(fields[index].value, indent: inner, to: &text)
            }
        }
    }

    private static func block(
        _ open: String,
        _ close: String,
        count: Int,
        indent: String,
        to text: inout String,
        _ part: (Int, String, inout String) throws(HypermediaError) -> Void
    ) throws(HypermediaError) {
        guard count > 0 else {
            text += open + close
            return
        }
        let inner = indent + "  "
        text += open + "\n"
        for index in 0..<count {
            text += inner
            try part(index, inner, &text)
            text += index + 1 < count ? ",\n" : "\n"
        }
        text += indent + close
    }

    /// The grammar of RFC 8259: a lexeme goes into the body as it is, so it must not be able to be anything else.
    private static func isNumber(_ lexeme: String) -> Bool {
        lexeme.wholeMatch(of: #/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/#) != nil
    }

    static func quote(_ string: String) -> String {
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
