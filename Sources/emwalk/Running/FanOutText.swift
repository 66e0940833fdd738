// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// What came of many runs, for people: a table, and what is left to do.
struct FanOutText {
    let console: Console
    /// Whether runs are not kept, so that none can be resumed.
    var isEphemeral = false

    func describe(_ result: FanOutResult) -> String {
        var names: [String] = []
        for name in result.items.flatMap({ $0.inputs.keys.sorted() }) where !names.contains(name) { names.append(name) }
        // Inputs that are the same everywhere tell nothing apart.
        let telling = names.filter { name in Set(result.items.map { $0.inputs[name] ?? "" }).count > 1 }
        let shown = telling.isEmpty ? Array(names.prefix(1)) : telling
        let hasConnections = result.items.contains { !$0.connection.isEmpty }
        var table = TextTable(
            columns: ["#"] + (hasConnections ? ["PROFILE"] : []) + shown.map { $0.uppercased() }
                + ["OUTCOME", "RUN", "MESSAGE"]
        )
        for (index, item) in result.items.enumerated() {
            table.rows.append(
                [String(index + 1)] + (hasConnections ? [item.connection] : []) + shown.map { item.inputs[$0] ?? "" }
                    + [item.outcome.rawValue, item.result?.run ?? "—", PlainText.oneLine(item.message)]
            )
        }
        table.rightAligned = [0]
        let outcomeColumn = 1 + (hasConnections ? 1 : 0) + shown.count
        let style = console.style
        table.paint = { column, cell in
            guard column == outcomeColumn else { return column == 0 ? style.dim(cell) : cell }
            return FanOutText.paint(cell, style)
        }
        var lines = result.items.isEmpty ? [] : [table.text(console)]
        lines.append("\(FanOutText.paint(result.outcome.rawValue, style))  \(result.message)")
        lines += rest(result)
        return lines.joined(separator: "\n")
    }

    /// How to go on with what did not end well.
    private func rest(_ result: FanOutResult) -> [String] {
        let resumable = result.items.compactMap(\.result).filter(\.canResume)
        let others = result.items.filter { $0.isOpen && $0.result?.canResume != true }
        var lines: [String] = []
        if !resumable.isEmpty, isEphemeral {
            lines.append("  \(RunWitness.nothingLeft)")
        } else if let only = resumable.first {
            lines.append(console.asTyped("  now   emwalk resume \(resumable.count == 1 ? only.run : result.group)"))
        }
        if !others.isEmpty {
            let what = others.count == 1 ? "1 run has" : "\(others.count) runs have"
            lines.append("  \(what) not done the work and cannot be resumed; run the workflow again for these alone.")
        }
        return lines
    }

    private static func paint(_ cell: String, _ style: Style) -> String {
        switch cell.split(separator: " ").first ?? "" {
        case "changed": style.green(cell)
        case "failed": style.red(cell)
        case "unknown", "partial", "not-begun": style.yellow(cell)
        default: cell
        }
    }
}
#endif
