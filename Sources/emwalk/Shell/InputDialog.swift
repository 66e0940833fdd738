// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia
internal import Workflows

/// Fills in what a workflow needs and was not given: by words without a name, by where one is, by asking.
struct InputDialog {
    let turn: ShellTurn

    /// The words of run or plan, complete as far as can be.
    func completed(_ words: [String], for verb: String) throws -> [String] {
        guard let name = words.first, let workflow = turn.shell.workflows.first(where: { $0.id == name }),
            !words.contains(where: { $0.hasPrefix("--each") || $0.hasPrefix("--file") || $0 == "--help" })
        else { return words }
        let state = turn.shell.desk.state
        var draft = InputDraft(workflow: workflow, words: Array(words.dropFirst()))
        for input in draft.missing {
            guard let found = state.value(for: input.name) else { continue }
            turn.console.err(turn.console.errorStyle.dim("  \(input.name): \(found.name), where you are"))
            draft.give(found.value, for: input)
        }
        if turn.isInteractive, !draft.missing.isEmpty { try ask(&draft, verb) }
        return [name] + draft.words
    }

    private func ask(_ draft: inout InputDraft, _ verb: String) throws {
        let style = turn.console.errorStyle
        turn.console.err("\(style.bold(draft.workflow.id)): \(draft.workflow.summary)")
        for input in draft.missing {
            var notes = [input.description].compactMap(\.self)
            if !input.choices.isEmpty { notes.append("one of \(input.choices.joined(separator: ", "))") }
            let note = notes.isEmpty ? "" : style.dim(" (\(notes.joined(separator: "; ")))")
            let question = "  \(style.cyan(input.name))\(note):"
            let answer = input.isSecret ? TerminalPrompt.password(for: input.name) : TerminalPrompt.line(question)
            guard let answer, !answer.isEmpty else {
                let rest = draft.missing.map { "\($0.name)=…" }
                let all = (draft.words.map(ShellWord.quote) + rest).joined(separator: " ")
                throw CommandError(
                    "missing-input",
                    "Nothing was done: the input ‘\(input.name)’ is needed.",
                    hint: "\(verb) \(draft.workflow.id) \(all)"
                )
            }
            draft.give(answer, for: input)
        }
    }
}
#endif
