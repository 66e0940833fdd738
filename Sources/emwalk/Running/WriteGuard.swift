// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia
internal import Workflows

/// Asks before something is written; where nobody can be asked, only --yes is a yes.
struct WriteGuard: Sendable {
    let console: Console
    let isYes: Bool

    func confirm(_ write: PlannedWrite) -> Bool {
        let style = console.errorStyle
        if !console.isJSON {
            for danger in write.dangers {
                console.err("\(style.yellow(danger.level == .destructive ? "danger:" : "note:")) \(danger.text)")
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
        return TerminalPrompt.confirm("Send \(what)?")
    }
}
#endif
