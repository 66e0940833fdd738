// SPDX-License-Identifier: Apache-2.0

/// Writes a ``BodyValue`` as JSON, indented, members in order.
enum BodyJSONWriter {
    static func write(_ value: BodyValue) -> String {
        var text = ""
        append(value, indent: "", to: &text)
        return text + "\n"
    }

    private static func append(_ value: BodyValue, indent: String, to text: inout String) {
        switch value {
        case .string(let string): text += quote(string)
        case .number(let lexeme): text += lexeme
        case .boolean(let flag): text += flag ? "true" : "false"
        case .list(let values):
            block("[", "]", count: values.count, indent: indent, to: &text) { index, inner, text in
                append(values[index], indent: inner, to: &text)
            }
        case .fields(let fields):
            block("{", "}", count: fields.count, indent: indent, to: &text) { index, inner, text in
                text += quote(fields[index].name) + ": "
                append(fields[index].value, indent: inner, to: &text)
            }
        }
    }

    private static func block(
        _ open: String,
        _ close: String,
        count: Int,
        indent: String,
        to text: inout String,
        _ part: (Int, String, inout String) -> Void
    ) {
        guard count > 0 else {
            text += open + close
            return
        }
        let inner = indent + "  "
        text += open + "\n"
        for index in 0..<count {
            text += inner
            part(index, inner, &text)
            text += index + 1 < count ? ",\n" : "\n"
        }
        text += indent + close
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
