// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia
internal import Workflows

/// Asks before something is written; where nobody can be asked, only --yes is a yes.
///
/// Of many runs the first asks, and the answer is that for all writes of the same kind.
actor WriteGuard {
    private struct Kind: Hashable {
        let verb: Verb
        let rel: Rel
        let type: LinkType?
    }

    private let console: Console
    private let isYes: Bool
    private let asksOnce: Bool
    private let progress: ProgressLine?
    private var answers: [Kind: Bool] = [:]
    private var told: Set<String> = []

    init(console: Console, isYes: Bool, asksOnce: Bool = false, progress: ProgressLine? = nil) {
        self.console = console
        self.isYes = isYes
        self.asksOnce = asksOnce
        self.progress = progress
    }

    func confirm(_ write: PlannedWrite) -> Bool {
        let kind = Kind(verb: write.verb, rel: write.rel, type: write.type)
        if asksOnce, let answer = answers[kind] { return answer }
        progress?.hide()
        defer { progress?.show() }
        let answer = ask(write)
        answers[kind] = answer
        return answer
    }

    private func ask(_ write: PlannedWrite) -> Bool {
        let style = console.errorStyle
        if !console.isJSON {
            for danger in write.dangers where told.insert(danger.text).inserted {
                let word = danger.level == .destructive ? "danger: " : "note: "
                Prose.lines(danger.text, width: console.errorWidth, indent: word.count, lead: style.yellow(word))
                    .forEach(console.err)
            }
            if write.verdict == Schema.Verdict.noSchema.rawValue { console.warnOfUncheckedBody() }
        }
        if isYes { return true }
        let what = "\(write.verb) \(LinkSelector(rel: write.rel, type: write.type))"
        guard isatty(STDIN_FILENO) == 1, console.isErrorTerminal else {
            if !console.isJSON {
                console.err("\(style.bold("hint:")) No terminal to ask at: add --yes to send \(what).")
            }
            return false
        }
        return TerminalPrompt.confirm("Send \(what)\(asksOnce ? ", for all of them" : "")?")
    }
}
#endif
