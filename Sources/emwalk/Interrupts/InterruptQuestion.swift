// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// Asks at the terminal what is to become of a task.
struct InterruptQuestion: Sendable {
    let console: Console

    func ask(about report: TaskReport) -> WaitInterruption.Decision {
        let style = console.errorStyle
        let task = [report.operation, report.id].compactMap(\.self).joined(separator: " ")
        console.err("")
        console.err(
            "\(style.bold("Interrupted.")) The task \(PlainText.oneLine(task)) is \(PlainText.oneLine(report.state))."
        )
        console.err("  \(style.cyan("l"))  leave it running, and stop waiting")
        console.err("  \(style.cyan("e"))  end it by the Delete link that it offers, and read what is there")
        console.err("  \(style.cyan("w"))  go on waiting")
        let answer = TerminalPrompt.line("What now? [L/e/w] (Ctrl-C again: stop at once)")
        switch answer?.lowercased().first {
        case "e": return .end
        case "w": return .goOn
        default: return .leave
        }
    }
}
#endif
