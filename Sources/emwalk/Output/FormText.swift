// SPDX-License-Identifier: Apache-2.0

#if Network
internal import XMLSchema

/// A form for people: a line for each field, in the order in which a body has them.
struct FormText {
    let console: Console

    func show(_ view: FormView) -> String {
        let style = console.style
        let form = view.form
        var lines = (view.link?.sentences ?? []).flatMap { wrap($0, indent: 0) }
        if !lines.isEmpty { lines.append("") }
        lines.append(style.bold(form.element) + since(form.since, isNewer: view.isNewer))
        if !form.documentation.isEmpty { lines += wrap(form.documentation, indent: 2) }
        for note in form.relaxed { lines += wrap("Relaxed: \(note)", indent: 2).map(style.dim) }
        for note in form.unknown { lines += wrap("Unknown: \(note)", indent: 2).map(style.yellow) }
        lines.append("")
        lines += fields(view)
        lines += ["", style.bold("Example"), ""]
        lines += view.example.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
        return lines.joined(separator: "\n")
    }

    private func fields(_ view: FormView) -> [String] {
        let style = console.style
        let fields = view.fields
        guard !fields.isEmpty else { return ["  The element is empty."] }
        let widest = fields.map { $0.depth * 2 + name($0).count }.max() ?? 0
        let column = min(widest, 44) + 2
        var lines: [String] = []
        var open: [Int: Int] = [:]
        for field in fields {
            let indent = String(repeating: "  ", count: field.depth + 1)
            for choice in field.choices where view.branch == nil || field.depth > 0 {
                let before = open.updateValue(choice.branch, forKey: choice.group)
                guard before != choice.branch else { continue }
                let words = before != nil ? "or" : choice.isRequired ? "one of" : "at most one of"
                lines.append(style.dim("\(indent)\(words):"))
            }
            let shown = name(field)
            let gap = String(repeating: " ", count: max(1, column - field.depth * 2 - shown.count))
            lines.append(indent + (field.isRequired ? style.bold(shown) : shown) + gap + facts(field, view))
            let details = [field.documentation, field.isCut ? "Its parts are not shown again." : ""].filter {
                !$0.isEmpty
            }
            lines += wrap(details.joined(separator: " "), indent: field.depth * 2 + 6).map(style.dim)
        }
        return lines
    }

    private func name(_ field: FormField) -> String {
        switch field.kind {
        case "attribute": "@" + field.name
        case "text": "(text)"
        case "any": "(anything)"
        default: field.name
        }
    }

    /// How often, what type, which limits.
    private func facts(_ field: FormField, _ view: FormView) -> String {
        let style = console.style
        var parts: [String] = []
        switch (field.isRequired, field.isRepeated) {
        case (true, false): parts.append(style.green("required"))
        case (true, true): parts.append(style.green(field.minimum > 1 ? "\(field.minimum) or more" : "one or more"))
        case (false, true): parts.append("any number")
        case (false, false): parts.append("optional")
        }
        parts.append(field.type)
        parts += field.limits
        if let unit = field.unit { parts.append("in \(unit)") }
        if !field.values.isEmpty {
            let values = field.values.map(\.value).joined(separator: ", ")
            parts.append("\(field.isClosed ? "one of" : "such as") \(values)")
        }
        if let value = field.defaultValue { parts.append("default \(value)") }
        return parts.joined(separator: "; ") + since(field.since, isNewer: view.isNewer(field))
    }

    private func since(_ version: String?, isNewer: Bool) -> String {
        guard let version, version != "unknown" else { return isNewer ? console.style.yellow("  too new") : "" }
        return isNewer
            ? console.style.yellow("  since API \(version), too new") : console.style.dim("  since API \(version)")
    }

    private func wrap(_ text: String, indent: Int) -> [String] {
        Prose.lines(text, width: console.width ?? 100, indent: indent)
    }
}
#endif
