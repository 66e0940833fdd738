// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// Runs that were written down, for people.
struct RunsText {
    let console: Console

    func list(_ states: [RunState]) -> String {
        guard !states.isEmpty else { return "No runs were written down." }
        var table = TextTable("RUN", "WORKFLOW", "WHEN", "OUTCOME", "WHAT NOW")
        table.uncut = [0, 4]
        for state in states {
            table.rows.append([
                state.record.run, state.record.workflow, state.record.startedAt.description, state.word,
                state.next ?? "",
            ])
        }
        let style = console.style
        table.paint = { column, cell in
            switch column {
            case 0: style.bold(cell)
            case 3: paint(cell)
            default: cell
            }
        }
        return table.text(console)
    }

    func details(_ state: RunState) -> String {
        let style = console.style
        let record = state.record
        var lines = ["\(style.bold(record.run))  \(record.workflow)  \(paint(state.word))"]
        if let message = record.ending?.note ?? record.suspension, !message.isEmpty { lines.append(message) }
        lines.append("\(style.dim("began"))   \(record.startedAt)")
        lines.append("\(style.dim("last"))    \(record.lastAt)")
        if record.resumptions > 0 { lines.append("\(style.dim("resumed")) \(times(record.resumptions))") }
        if let group = record.start.group { lines.append("\(style.dim("group"))   \(group)") }
        if let other = record.start.compensates { lines.append("\(style.dim("undoes"))  \(other)") }
        if let file = record.start.source { lines.append("\(style.dim("file"))    \(PlainText.oneLine(file))") }
        for (name, value) in record.start.inputs.sorted(by: { $0.key < $1.key }) {
            lines.append("\(style.dim("input"))   \(name)=\(PlainText.oneLine(value))")
        }
        lines.append("\(style.dim("steps"))   \(record.steps.map(\.step).joined(separator: ", "))")
        for write in record.writes {
            let link = "\(write.intent.rel)\(write.intent.type.map { ":\($0)" } ?? "")"
            lines.append("\(style.dim("write"))   \(style.verb(write.intent.verb)) \(link)  \(told(write))")
            lines.append("        \(style.dim("by")) \(PlainText.oneLine(write.intent.path))")
        }
        if let next = state.next { lines.append("\(style.dim("now"))     \(next)") }
        return lines.joined(separator: "\n")
    }

    private func told(_ write: WriteRecord) -> String {
        var parts = [RunState.fate(write)]
        if let status = write.status { parts.append("answered with \(status)") }
        if let state = write.taskState { parts.append("task \(state)") }
        return "\(parts.joined(separator: ", "))  \(console.style.dim("\(write.at), step \(write.intent.step)"))"
    }

    private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

    private func paint(_ word: String) -> String {
        let style = console.style
        switch word.trimmingPadding {
        case "changed": return style.green(word)
        case "failed": return style.red(word)
        case "unknown", "interrupted": return style.yellow(word)
        default: return word
        }
    }
}

extension String {
    /// The text without the blanks with which a table fills a cell.
    fileprivate var trimmingPadding: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
#endif
