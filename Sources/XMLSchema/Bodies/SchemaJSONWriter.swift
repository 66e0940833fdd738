// SPDX-License-Identifier: Apache-2.0

/// Writes the nodes of a ``SchemaBody`` as JSON.
struct SchemaJSONWriter {
    private let naming: JSONNaming
    /// How keys are spelt; servers from version 13 on begin them small.
    private let spelling: (String) -> String

    init(_ naming: JSONNaming, spelling: @escaping (String) -> String = { $0 }) {
        self.naming = naming
        self.spelling = spelling
    }

    /// The value of a node, over several lines unless a step of no spaces is asked for.
    func write(_ node: SchemaBodyNode, indent: String = "", step: String = "  ") -> String {
        switch node.content {
        case .value(let value, let kind): return Self.scalar(value, kind)
        case .nodes(let nodes):
            let inner = indent + step
            if naming.isPlainArray(node.name, items: nodes.map(\.name)) {
                return block("[", "]", nodes.map { write($0, indent: inner, step: step) }, indent, step)
            }
            var members: [String] = []
            var done: Set<String> = []
            for part in nodes {
                // JSON has one key for an attribute and an element of the same name: the element is the later word.
                if part.kind == .attribute, nodes.contains(where: { $0.kind == .element && $0.name == part.name }) {
                    continue
                }
                if part.kind == .element, part.isRepeatable {
                    guard done.insert(part.name).inserted else { continue }
                    let items = nodes.filter { $0.kind == .element && $0.name == part.name }
                    let values = items.map { write($0, indent: inner + step, step: step) }
                    members.append(key(naming.arrayKey(part.name)) + block("[", "]", values, inner, step))
                } else {
                    let name = part.kind == .text ? naming.textKey : naming.key(part.name)
                    members.append(key(name) + write(part, indent: inner, step: step))
                }
            }
            return block("{", "}", members, indent, step)
        }
    }

    private func key(_ name: String) -> String { Self.quote(spelling(name)) + ": " }

    private func block(_ open: String, _ close: String, _ parts: [String], _ indent: String, _ step: String) -> String {
        if parts.isEmpty { return open + close }
        if step.isEmpty { return open + parts.joined(separator: ", ") + close }
        let inner = indent + step
        return open + "\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n" + indent + close
    }

    /// A value in JSON: bare where its kind is and its spelling can be.
    static func scalar(_ value: String, _ kind: ValueKind) -> String {
        switch kind {
        case .boolean where value == "true" || value == "1": "true"
        case .boolean where value == "false" || value == "0": "false"
        case .integer, .decimal, .float: isNumber(value) ? value : quote(value)
        default: quote(value)
        }
    }

    /// The grammar of RFC 8259.
    static func isNumber(_ text: String) -> Bool {
        PatternExpression("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+\\-]?[0-9]+)?")?.matches(text) ?? false
    }

    static func quote(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
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
