// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// What the shell says of itself.
struct ShellHelp {
    let shell: Shell
    let console: Console

    /// Help about everything, a verb, a workflow, everyday tasks, or whatever has a word in it.
    func text(_ words: [String]) throws -> String {
        guard let word = words.first else { return overview }
        if word == "tasks" { return tasks }
        if let verb = ShellVerb.all.first(where: { $0.names.contains(word) }) { return details(of: verb) }
        if let workflow = shell.workflows.first(where: { $0.id == word }) {
            return WorkflowText(console: console).explain(workflow)
        }
        let found = ShellSearch(words: words, listing: shell.desk.state.listed.listing, workflows: shell.workflows)
        guard !found.isEmpty else {
            throw CommandError("usage", "There is no help on ‘\(word)’.", hint: "‘help’ lists what can be typed.")
        }
        var parts: [String] = []
        parts += found.tasks.map { $0.text(console.style) }
        if !found.verbs.isEmpty { parts.append(table(of: found.verbs)) }
        if !found.workflows.isEmpty { parts.append(WorkflowTable(console: console).text(found.workflows)) }
        parts += shell.text(of: found, console)
        return parts.joined(separator: "\n\n")
    }

    private var overview: String {
        var lines = [
            "You are at one resource; everything else is reached by its links. Nothing is changed without asking you.",
            "",
        ]
        for group in ShellVerb.Group.allCases {
            lines += [console.style.bold(group.rawValue), table(of: ShellVerb.all.filter { $0.group == group }), ""]
        }
        lines.append("WHERE: a number of the last list, a name, a relation, a type, or a path: JobList/Nightly")
        lines.append("VERB … | PROGRAM and VERB … > FILE work as in any shell. Tab completes what is there.")
        lines.append(
            "Everyday tasks: \(console.style.cyan("help tasks")). One verb: \(console.style.cyan("help ls")). "
                + "Whatever is about a word: \(console.style.cyan("find restore"))."
        )
        return lines.joined(separator: "\n")
    }

    private func details(of verb: ShellVerb) -> String {
        var lines = ["\(console.style.bold(verb.usage))  \(verb.summary)"]
        if !verb.details.isEmpty { lines.append(verb.details) }
        if verb.names.count > 1 { lines.append("Also: \(verb.names.dropFirst().joined(separator: ", "))") }
        return lines.joined(separator: "\n")
    }

    private func table(of verbs: [ShellVerb]) -> String {
        let width = ShellVerb.all.map { DisplayWidth.of($0.usage) }.max() ?? 0
        return verbs.map { verb in
            let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(verb.usage)))
            return Prose.lines(
                verb.summary,
                width: console.width,
                indent: width + 4,
                lead: "  \(console.style.cyan(verb.usage))\(padding)  "
            ).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private var tasks: String {
        EverydayTask.all.map { $0.text(console.style) }.joined(separator: "\n")
    }
}
#endif
