// SPDX-License-Identifier: Apache-2.0

#if Network
/// Aligned columns for people; tab-separated values where the output is piped.
struct TextTable {
    let headers: [String]
    var rows: [[String]] = []
    /// Columns whose numbers stand at the right.
    var rightAligned: Set<Int> = []
    /// Columns that are never cut: what stands there is copied into the next command.
    var uncut: Set<Int> = []
    /// How a cell is coloured, after it was padded.
    var paint: (Int, String) -> String = { $1 }

    init(_ headers: String...) { self.headers = headers }

    init(columns: [String]) { headers = columns }

    func text(_ console: Console) -> String {
        guard let width = console.width else {
            return ([headers] + rows).map { $0.map(PlainText.oneLine).joined(separator: "\t") }.joined(separator: "\n")
        }
        var widths = columnWidths(available: width)
        // What is not cut and leaves no room for the rest stands on a line of its own.
        let first = widths.first ?? 0
        let hangs = uncut.contains(0) && widths.count > 1 && widths.reduce(2 * widths.count - 2, +) > width
        if hangs {
            let most = max(width / 2, DisplayWidth.of(headers[0]))
            widths[0] = rows.map { DisplayWidth.of(PlainText.oneLine($0[0])) }.filter { $0 <= most }.max() ?? 0
            widths[0] = max(widths[0], DisplayWidth.of(headers[0]))
            let room = width - widths[0] - 2
            widths = [widths[0]] + columnWidths(available: first + 2 + room).dropFirst()
        }
        let head = line(headers, widths) { _, cell in console.style.dim(cell) }
        let lines = rows.flatMap { row -> [String] in
            guard hangs, DisplayWidth.of(PlainText.oneLine(row[0])) > widths[0] else {
                return [line(row, widths, paint)]
            }
            return [paint(0, PlainText.oneLine(row[0])), line([""] + row.dropFirst(), widths, paint)]
        }
        return ([head] + lines).joined(separator: "\n")
    }

    private func line(_ cells: [String], _ widths: [Int], _ paint: (Int, String) -> String) -> String {
        var parts: [String] = []
        for (index, cell) in cells.enumerated() {
            let fitted = DisplayWidth.fit(PlainText.oneLine(cell), to: widths[index])
            let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(fitted)))
            let isLast = index == cells.count - 1
            let padded = rightAligned.contains(index) ? padding + fitted : isLast ? fitted : fitted + padding
            parts.append(paint(index, padded))
        }
        return parts.joined(separator: "  ")
    }

    /// As wide as the longest cell; if that is too wide, the widest columns that may be cut give way.
    private func columnWidths(available: Int) -> [Int] {
        var widths = headers.indices.map { index in
            ([headers] + rows).map { DisplayWidth.of(PlainText.oneLine($0[index])) }.max() ?? 0
        }
        let gaps = 2 * (widths.count - 1)
        let cuttable = widths.indices.filter { !uncut.contains($0) }
        while widths.reduce(gaps, +) > available, let index = cuttable.max(by: { widths[$0] < widths[$1] }),
            widths[index] > 8
        {
            widths[index] -= 1
        }
        return widths
    }
}
#endif
