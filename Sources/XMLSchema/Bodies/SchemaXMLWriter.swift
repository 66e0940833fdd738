// SPDX-License-Identifier: Apache-2.0

/// Writes a ``SchemaBody`` as XML.
enum SchemaXMLWriter {
    static func write(_ body: SchemaBody) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        let xmlns = body.namespace.map { " xmlns=\"" + escape($0) + "\"" } ?? ""
        text += element(body.root, namespace: xmlns, indent: "", step: "  ", lineEnd: "\n") + "\n"
        return text
    }

    /// An element without the line end after it; its first line is not indented.
    static func element(
        _ node: SchemaBodyNode,
        prefix: String = "",
        namespace: String = "",
        indent: String,
        step: String,
        lineEnd: String
    ) -> String {
        let name = prefix + node.name
        var attributes = namespace
        var content = ""
        var hasElements = false
        switch node.content {
        case .value(let value, _): content = escape(value)
        case .nodes(let nodes):
            for part in nodes {
                switch (part.kind, part.content) {
                case (.attribute, .value(let value, _)): attributes += " \(part.name)=\"\(escape(value))\""
                case (.text, .value(let value, _)): content += escape(value)
                case (.element, _), (.any, _):
                    hasElements = true
                    content += lineEnd + (lineEnd.isEmpty ? "" : indent + step)
                    content += element(part, prefix: prefix, indent: indent + step, step: step, lineEnd: lineEnd)
                default: break
                }
            }
        }
        if content.isEmpty { return "<\(name)\(attributes)/>" }
        if hasElements, !lineEnd.isEmpty { content += lineEnd + indent }
        return "<\(name)\(attributes)>\(content)</\(name)>"
    }

    /// Text as it may stand in an element or between quotes; what XML cannot hold is left out.
    static func escape(_ text: String) -> String {
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
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether XML can hold every character of a text.
    static func canHold(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                || scalar == "\n" || scalar == "\r" || scalar == "\t"
        }
    }
}
