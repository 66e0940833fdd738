// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManager
internal import Hypermedia
internal import Workflows

/// A workflow of the catalogue for people: what it takes, does, risks and hands back.
struct WorkflowText {
    let console: Console

    func explain(_ workflow: Workflow) -> String {
        let style = console.style
        var lines = ["\(style.bold(workflow.id))  \(workflow.summary)"]
        if let description = workflow.description { lines += Prose.lines(description, width: console.width) }
        lines.append("")
        lines.append(style.dim("inputs"))
        let nameWidth = workflow.inputs.map(\.name.count).max() ?? 0
        for input in workflow.inputs {
            let name = input.name + String(repeating: " ", count: nameWidth + 1 - input.name.count)
            var notes = [input.description ?? ""]
            if !input.isRequired { notes.append("optional") }
            if let length = input.limits.maxLength { notes.append("up to \(length) characters") }
            if !input.choices.isEmpty { notes.append("one of \(input.choices.joined(separator: ", "))") }
            lines += Prose.lines(
                notes.filter { !$0.isEmpty }.joined(separator: "; "),
                width: console.width,
                indent: nameWidth + 4,
                lead: "  \(style.cyan(name)) "
            )
        }
        if workflow.inputs.isEmpty { lines.append("  none") }
        lines.append(style.dim("steps"))
        let stepWidth = workflow.steps.map(\.id.count).max() ?? 0
        for (index, step) in workflow.steps.enumerated() {
            let number = (index < 9 ? " " : "") + String(index + 1)
            let name = step.id + String(repeating: " ", count: stepWidth + 1 - step.id.count)
            lines += Prose.lines(
                describe(step),
                width: console.width,
                indent: stepWidth + 8,
                lead: "  \(style.dim(number))  \(name) "
            )
        }
        if let danger = workflow.danger {
            let level = danger.level.rawValue + ": "
            lines += Prose.lines(danger.text, width: console.width, indent: level.count, lead: style.yellow(level))
        }
        if !workflow.outputs.isEmpty {
            let names = workflow.outputs.map(\.name).joined(separator: ", ")
            lines += Prose.lines(names, width: console.width, indent: 8, lead: style.dim("outputs "))
        }
        let required = workflow.inputs.filter(\.isRequired).map { "\($0.name)=…" }.joined(separator: " ")
        lines.append("")
        lines.append(console.asTyped("emwalk plan \(workflow.id) \(required)"))
        return lines.joined(separator: "\n")
    }

    private func describe(_ step: Step) -> String {
        guard let follow = step.follow else {
            return step.description ?? (step.select == nil ? "checks what is known" : "picks an item")
        }
        let verb = Profile.enterpriseManager.verb(for: follow.rel)?.rawValue ?? "?"
        let types = follow.types.map(\.rawValue).filter { !$0.isEmpty }.joined(separator: "|")
        let link =
            types.isEmpty
            ? LinkSelector(rel: follow.rel, type: follow.types.first).description : "\(follow.rel):\(types)"
        return
            "\(console.style.verb(verb)) \(link)\(step.select == nil ? "" : ", picks an item")\(step.condition == nil ? "" : ", if it applies")"
    }
}
#endif
