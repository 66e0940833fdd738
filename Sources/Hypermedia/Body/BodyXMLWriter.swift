// SPDX-License-Identifier: Apache-2.0

/// Writes a ``Body`` as XML, indented, so that a person who reads a plan reads the bytes that are sent.
enum BodyXMLWriter {
    static func write(root: String, fields: [BodyField], namespace: String?) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        let xmlns = namespace.map { " xmlns=\"\(escape($0))\"" } ?? ""
        element(root, extra: xmlns, .fields(fields), indent: "", into: &text)
        return text
    }

    private static func element(
        _ name: String,
        extra: String,
        _ value: BodyValue,
        indent: String,
        into text: inout String
    ) {
        switch value {
        case .list(let values):
            for value in values { element(name, extra: extra, value, indent: indent, into: &text) }
        case .fields(let fields):
            let attributes = fields.filter(\.isAttribute).map { " \($0.name)=\"\(escape(plain($0.value)))\"" }.joined()
            let parts = fields.filter { !$0.isAttribute }
            guard !parts.isEmpty else {
                text += "\(indent)<\(name)\(extra)\(attributes)/>\n"
                return
            }
            text += "\(indent)<\(name)\(extra)\(attributes)>\n"
            for part in parts { element(part.name, extra: "", part.value, indent: indent + "  ", into: &text) }
            text += "\(indent)</\(name)>\n"
        default: text += "\(indent)<\(name)\(extra)>\(escape(plain(value)))</\(name)>\n"
        }
    }

    private static func plain(_ value: BodyValue) -> String {
        switch value {
        case .string(let text), .number(let text): text
        case .boolean(let flag): flag ? "true" : "false"
        case .fields, .list: ""
        }
    }

    private static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\r": result += "&#13;"
            case "\t": result += "&#9;"
            default:
                // Characters that XML 1.0 cannot hold at all become the replacement character rather than a broken body.
                let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                result.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
            }
        }
        return result
    }
}
