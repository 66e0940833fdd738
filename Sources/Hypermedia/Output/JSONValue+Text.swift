// SPDX-License-Identifier: Apache-2.0

extension JSONValue {
    /// The value as JSON text (RFC 8259), members in order.
    ///
    /// - Parameter pretty: whether it stands on several lines, indented; otherwise on one.
    public func text(pretty: Bool = true) -> String {
        var result = ""
        write(indent: pretty ? "" : nil, to: &result)
        return result
    }

    private func write(indent: String?, to text: inout String) {
        switch self {
        case .string(let string): text += JSONValue.quote(string)
        case .number(let lexeme): text += lexeme
        case .boolean(let flag): text += flag ? "true" : "false"
        case .null: text += "null"
        case .array(let values):
            block("[", "]", count: values.count, indent: indent, to: &text) { index, inner, text in
                values[index].write(indent: inner, to: &text)
            }
        case .object(let members):
            block("{", "}", count: members.count, indent: indent, to: &text) { index, inner, text in
                text += JSONValue.quote(members[index].name) + (inner == nil ? ":" : ": ")
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

    private static func quote(_ string: String) -> String {
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
