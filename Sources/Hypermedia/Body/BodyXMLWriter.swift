// SPDX-License-Identifier: Apache-2.0

/// Writes a ``Body`` as XML, indented, so that a person who reads a plan reads the bytes that are sent.
enum BodyXMLWriter {
    static func write(root: String, fields: [BodyField], namespace: String?) throws(HypermediaError) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        var xmlns = ""
        if let namespace { xmlns = " xmlns=\"\(try escape(namespace, in: root))\"" }
        try element(root, extra: xmlns, .fields(fields), indent: "", into: &text)
        return text
    }

    private static func element(
        _ name: String,
        extra: String,
        _ value: BodyValue,
        indent: String,
        into text: inout String
    ) throws(HypermediaError) {
        guard isName(name) else {
            throw HypermediaError(.badBody, "‘\(name)’ cannot be the name of an XML element.", hint: hint)
        }
        switch value {
        case .list(let values):
            for value in values { try element(name, extra: extra, value, indent: indent, into: &text) }
        case .fields(let fields):
            var attributes = ""
            for field in fields where field.isAttribute { attributes += try attribute(field) }
            let parts = fields.filter { !$0.isAttribute }
            guard !parts.isEmpty else {
                text += "\(indent)<\(name)\(extra)\(attributes)/>\n"
                return
            }
            text += "\(indent)<\(name)\(extra)\(attributes)>\n"
            for part in parts { try element(part.name, extra: "", part.value, indent: indent + "  ", into: &text) }
            text += "\(indent)</\(name)>\n"
        default: text += "\(indent)<\(name)\(extra)>\(try escape(plain(value), in: name))</\(name)>\n"
        }
    }

    private static func attribute(_ field: BodyField) throws(HypermediaError) -> String {
        switch field.value {
        case .fields, .list:
            throw HypermediaError(.badBody, "The attribute \(field.name) can hold a single value only.", hint: hint)
        default:
            guard isName(field.name) else {
                throw HypermediaError(.badBody, "‘\(field.name)’ cannot be the name of an XML attribute.", hint: hint)
            }
            return " \(field.name)=\"\(try escape(plain(field.value), in: field.name))\""
        }
    }

    private static func plain(_ value: BodyValue) -> String {
        switch value {
        case .string(let text), .number(let text): text
        case .boolean(let flag): flag ? "true" : "false"
        case .fields, .list: ""
        }
    }

    private static let hint = "Nothing was sent. Change the value, or send the body as JSON if the API takes it."

    /// Names of XML, without the colon: a prefix would need a namespace of its own.
    private static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        let isStart = first.properties.isXIDStart || first == "_"
        return isStart && text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue || $0 == "-" || $0 == "." }
    }

    private static func escape(_ text: String, in name: String) throws(HypermediaError) -> String {
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
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
                let code = String(scalar.value, radix: 16, uppercase: true)
                throw HypermediaError(
                    .badBody,
                    "\(name) holds the character U+\(String(repeating: "0", count: 4 - code.count))\(code), which XML cannot hold.",
                    hint: hint
                )
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
