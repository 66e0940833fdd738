// SPDX-License-Identifier: Apache-2.0

extension OutputValue {
    /// The value as JSON text (RFC 8259), members in order.
    ///
    /// - Parameter pretty: whether it stands on several lines, for people; otherwise on one.
    public func json(pretty: Bool = false) -> String {
        var text = ""
        append(to: &text, indent: pretty ? "" : nil)
        return text
    }

    private func append(to text: inout String, indent: String?) {
        switch self {
        case .string(let string): text += OutputValue.quote(string)
        case .number(let lexeme): text += lexeme
        case .boolean(let flag): text += flag ? "true" : "false"
        case .null: text += "null"
        case .array(let values):
            OutputValue.block("[", "]", count: values.count, indent: indent, to: &text) { index, inner, text in
                values[index].append(to: &text, indent: inner)
            }
        case .object(let members):
            OutputValue.block("{", "}", count: members.count, indent: indent, to: &text) { index, inner, text in
                text += OutputValue.quote(members[index].name) + (inner == nil ? ":" : ": ")
                members[index].value.append(to: &text, indent: inner)
            }
        }
    }

    private static func block(
        _ open: String,
        _ close: String,
        count: Int,
        indent: String?,
        to text: inout String,
        _ part: (Int, String?, inout String) -> Void
    ) {
        let inner = count > 0 ? indent.map { $0 + "  " } : nil
        text += open
        for index in 0..<count {
            if index > 0 { text += "," }
            if let inner { text += "\n" + inner }
            part(index, indent.map { $0 + "  " }, &text)
        }
        if inner != nil, let indent { text += "\n" + indent }
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
