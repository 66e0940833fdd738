// SPDX-License-Identifier: Apache-2.0

@testable import Workflows

/// The reference of the workflow format, made from its JSON Schema and the example files.
struct FormatReference {
    let schema: SourceNode
    let examples: [ExampleFile]

    /// A key of a part of the format.
    struct Key: Hashable, Comparable {
        let part: String
        let name: String
        static func < (left: Key, right: Key) -> Bool { (left.part, left.name) < (right.part, right.name) }
    }

    private var definitions: [SourceNode.Entry] { schema["$defs"]?.entries ?? [] }

    /// The parts that have keys of their own, in the order of the schema.
    private var parts: [(name: String, node: SourceNode)] {
        [("file", schema)] + definitions.map { ($0.key, $0.value) }.filter { $0.1["properties"] != nil }
    }

    /// Every key that the schema knows.
    var keys: [Key] {
        parts.flatMap { part in (part.node["properties"]?.entries ?? []).map { Key(part: part.name, name: $0.key) } }
    }

    // MARK: Where keys occur

    /// The keys that an example uses.
    func keys(of example: ExampleFile) throws -> Set<Key> {
        var found: Set<Key> = []
        walk(try example.node(), schema, "file", &found)
        return found
    }

    private func walk(_ value: SourceNode, _ rule: SourceNode, _ part: String?, _ found: inout Set<Key>) {
        var (rule, part) = (rule, part)
        if let name = rule["$ref"]?.text?.split(separator: "/").last.map(String.init) {
            guard let target = definitions.first(where: { $0.key == name })?.value else { return }
            (rule, part) = (target, name)
        }
        for element in value.elements {
            if let items = rule["items"] { walk(element, items, nil, &found) }
        }
        let properties = rule["properties"]?.entries ?? []
        for entry in value.entries {
            if let known = properties.first(where: { $0.key == entry.key }) {
                if let part { found.insert(Key(part: part, name: entry.key)) }
                walk(entry.value, known.value, nil, &found)
            } else if let other = rule["additionalProperties"], !other.entries.isEmpty {
                walk(entry.value, other, nil, &found)
            }
        }
        let choices = (rule["anyOf"]?.elements ?? []) + (rule["oneOf"]?.elements ?? [])
        if let choice = choices.first(where: { isMeant($0, by: value) }) { walk(value, choice, nil, &found) }
    }

    /// Whether a value is of one of several shapes: it has all that the shape requires.
    private func isMeant(_ choice: SourceNode, by value: SourceNode) -> Bool {
        guard let name = choice["$ref"]?.text?.split(separator: "/").last.map(String.init),
            let target = definitions.first(where: { $0.key == name })?.value
        else { return false }
        let required = target["required"]?.elements.compactMap(\.text) ?? []
        return !value.entries.isEmpty && required.allSatisfy { value[$0] != nil }
    }

    // MARK: The page

    func page() throws -> String {
        let used = try examples.map { (example: $0, keys: try keys(of: $0)) }
        var lines = [
            "# Workflow keywords", "", "Every key of a workflow file, with an example that runs.", "", "## Overview",
            "",
            "This page is made from the JSON Schema of the format, `Schemas/workflow.schema.json`; an editor that is told",
            "of it completes and checks these keys while one types. <doc:WorkflowFiles> tells how they go together. Beside",
            "them, every part may have keys that begin with `x-`.", "",
        ]
        for part in parts {
            lines += ["## \(title(part.name))", ""]
            if let text = part.node["description"]?.text { lines += [text, ""] }
            lines += ["| key | value | meaning | example |", "|---|---|---|---|"]
            let required = part.node["required"]?.elements.compactMap(\.text) ?? []
            for entry in part.node["properties"]?.entries ?? [] {
                let key = Key(part: part.name, name: entry.key)
                let example = used.first { $0.keys.contains(key) }?.example.name ?? ""
                let need = required.contains(entry.key) ? " (must be there)" : ""
                let meaning = (text(entry.value, "description") ?? "") + need
                lines.append("| `\(entry.key)` | \(kind(entry.value)) | \(escape(meaning)) | `\(example)` |")
            }
            lines.append("")
        }
        lines += ["## Examples", "", "They run against the simulator in the tests of this package.", ""]
        for example in examples {
            lines += ["### \(example.name)", "", "```yaml"]
            lines += example.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            lines += ["```", ""]
        }
        return lines.dropLast().joined(separator: "\n") + "\n"
    }

    private func title(_ part: String) -> String {
        switch part {
        case "file": "The file"
        case "property": "An input"
        case "propertyCondition": "Condition property"
        case "present", "offered", "exists": "Condition \(part)"
        case "each", "lookup", "firstOf", "resource": "Output \(part)"
        default: part.prefix(1).uppercased() + part.dropFirst()
        }
    }

    private func text(_ rule: SourceNode, _ key: String) -> String? {
        if let text = rule[key]?.text { return text }
        guard let name = rule["$ref"]?.text?.split(separator: "/").last.map(String.init) else { return nil }
        return definitions.first { $0.key == name }?.value[key]?.text
    }

    private func kind(_ rule: SourceNode) -> String {
        if let name = rule["$ref"]?.text?.split(separator: "/").last { return "\(name)" }
        if let words = rule["enum"]?.elements.compactMap(\.text) {
            return words.map { "`\($0)`" }.joined(separator: ", ")
        }
        if let word = rule["const"]?.text { return "`\(word)`" }
        if let items = rule["items"] { return "list of \(kind(items))" }
        if let choices = rule["anyOf"]?.elements { return choices.map(kind).joined(separator: " or ") }
        if let types = rule["type"]?.elements.compactMap(\.text), !types.isEmpty {
            return types.joined(separator: ", ")
        }
        return rule["type"]?.text ?? "mapping"
    }

    private func escape(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
