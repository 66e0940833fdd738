// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Reads expressions and the texts that hold them.
enum ExpressionReader {
    private static let beginnings = [
        "$inputs", "$session", "$steps", "$item", "$found", "$verify", "$outputs", "$statusCode",
    ]

    /// A text: one expression, or text with expressions in braces; `$$` at the beginning is a plain `$`.
    static func template(_ node: SourceNode, _ what: String) throws(WorkflowError) -> Template {
        let text = try node.string(what)
        if text.hasPrefix("$$") {
            return Template(parts: [.text(String(text.dropFirst()))], position: node.position)
        }
        if text.hasPrefix("$") {
            return Template(parts: [.expression(try parse(text, at: node))], position: node.position)
        }
        var parts: [Template.Part] = []
        var rest = Substring(text)
        while let open = rest.firstRange(of: "{$") {
            if open.lowerBound > rest.startIndex { parts.append(.text(String(rest[..<open.lowerBound]))) }
            let inside = rest[rest.index(after: open.lowerBound)...]
            guard let close = inside.firstIndex(of: "}") else {
                throw node.fail("the brace of ‘{\(inside.prefix(20))’ is not closed.")
            }
            parts.append(.expression(try parse(String(inside[..<close]), at: node)))
            rest = inside[inside.index(after: close)...]
        }
        if !rest.isEmpty || parts.isEmpty { parts.append(.text(String(rest))) }
        return Template(parts: parts, position: node.position)
    }

    static func expression(_ node: SourceNode, _ what: String) throws(WorkflowError) -> Expression {
        try parse(try node.string(what), at: node)
    }

    private static func parse(_ text: String, at node: SourceNode) throws(WorkflowError) -> Expression {
        let names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !names.contains("") else { throw node.fail("‘\(text)’ has an empty name in it.") }
        let rest = Array(names.dropFirst())
        let path = rest.isEmpty ? nil : PropertyPath(names: rest)
        switch names[0] {
        case "$session" where rest.isEmpty: return .session
        case "$statusCode" where rest.isEmpty: return .statusCode
        case "$inputs" where rest.count == 1: return .input(rest[0])
        case "$item": return .item(path)
        case "$outputs": if let path { return .output(path) }
        case "$found": if let path { return .found(path) }
        case "$verify": if let expression = verify(rest) { return expression }
        case "$steps": if let expression = step(rest) { return expression }
        default: break
        }
        let near = beginnings.contains(names[0]) ? nil : Spelling.nearest(to: names[0], in: beginnings)
        throw node.fail(
            "‘\(text)’ is no expression.",
            hint: near.map { "Did you mean ‘\($0)’?" }
                ?? "Expressions are $session, $inputs.NAME, $steps.ID, $steps.ID.item.PATH, $steps.ID.items, "
                + "$steps.ID.outputs.NAME, $steps.ID.task, $item, $item.PATH, $found.PATH, $verify.item, $verify.item.PATH, $verify.items, $outputs.NAME "
                + "and $statusCode; write $$ for a plain $ at the beginning of a text."
        )
    }

    private static func step(_ names: [String]) -> Expression? {
        guard let id = names.first else { return nil }
        let path = names.count > 2 ? PropertyPath(names: Array(names[2...])) : nil
        switch names.dropFirst().first {
        case nil: return .step(id)
        case "task": return names.count == 2 ? .stepTask(id) : nil
        case "item": return .stepItem(id, path)
        case "items": return .stepItems(id, path)
        case "outputs": return names.count == 3 ? .stepOutput(id, names[2]) : nil
        default: return nil
        }
    }

    private static func verify(_ names: [String]) -> Expression? {
        let path = names.count > 1 ? PropertyPath(names: Array(names[1...])) : nil
        switch names.first {
        case "item": return .verifyItem(path)
        case "items": return .verifyItems(path)
        default: return nil
        }
    }
}
