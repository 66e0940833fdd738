// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// How a run ended, for people.
struct ResultText {
    let console: Console

    func describe(_ result: RunResult) -> String {
        var lines: [String] = []
        if result.failure != nil {
            // Why it failed is told on stderr, with what to do now.
            lines.append(outcome(result.outcome))
        } else if result.outcome != .read || result.outputs == .object([]) {
            lines.append("\(outcome(result.outcome)) \(result.message)")
        }
        if case .object(let members) = result.outputs {
            for member in members { lines += output(member.name, member.value) }
        }
        return lines.joined(separator: "\n")
    }

    private func outcome(_ outcome: Outcome) -> String {
        let style = console.style
        let word = outcome.rawValue
        switch outcome {
        case .changed: return style.green(word)
        case .failed: return style.red(word)
        case .unknown: return style.yellow(word)
        default: return style.bold(word)
        }
    }

    /// Lists of objects as a table, anything else in a line.
    private func output(_ name: String, _ value: JSONValue) -> [String] {
        guard case .array(let rows) = value, case .object(let first)? = rows.first else {
            if case .array(let rows) = value, rows.isEmpty { return ["\(name): none"] }
            if case .object(let members) = value {
                let line = "\(name): " + members.map { "\($0.name) \(plain($0.value))" }.joined(separator: ", ")
                guard let width = console.width, DisplayWidth.of(line) > width else { return [line] }
                let style = console.style
                return ["\(style.bold(name))"]
                    + PropertyList(ResultText.flat(value, []), style: style, width: width).lines
            }
            return value == .null ? [] : ["\(name): \(plain(value))"]
        }
        let columns = first.map(\.name)
        var table = TextTable(columns: columns.map { $0.uppercased() })
        for case .object(let members) in rows {
            table.rows.append(
                columns.map { column in members.first { $0.name == column }.map { plain($0.value) } ?? "" }
            )
        }
        let style = console.style
        table.paint = { $0 == 0 ? style.bold($1) : $1 }
        return [table.text(console)]
    }

    /// Every value with its path; the items of lists share one.
    private static func flat(_ value: JSONValue, _ path: [String]) -> [(path: [String], value: String)] {
        switch value {
        case .object(let members): members.flatMap { flat($0.value, path + [$0.name]) }
        case .array(let items): items.flatMap { flat($0, path) }
        case .string(let text), .number(let text): [(path, text)]
        case .boolean(let flag): [(path, flag ? "yes" : "no")]
        case .null: [(path, "—")]
        }
    }

    private func plain(_ value: JSONValue) -> String {
        switch value {
        case .string(let text), .number(let text): text
        case .boolean(let flag): flag ? "yes" : "no"
        case .null: "—"
        case .array, .object: value.text(pretty: false)
        }
    }
}
#endif
