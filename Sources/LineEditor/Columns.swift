// SPDX-License-Identifier: Apache-2.0

/// Words in columns, filled from top to bottom, as many as fit.
struct Columns {
    let lines: [String]

    /// Words in columns.
    ///
    /// - Parameters:
    ///   - words: what is shown.
    ///   - width: the columns of the terminal.
    ///   - most: how many words are shown at the most; of the rest, only how many there are.
    init(_ words: [String], width: Int, most: Int = 100) {
        let shown = words.prefix(most)
        let longest = (shown.map(\.count).max() ?? 0) + 2
        let columns = max(1, width / longest)
        let rows = (shown.count + columns - 1) / columns
        var lines = (0..<rows).map { row in
            let cells = stride(from: row, to: shown.count, by: rows).map { shown[$0] }
            let padded = cells.dropLast().map { $0 + String(repeating: " ", count: longest - $0.count) }
            return (padded + [cells.last ?? ""]).joined()
        }
        if words.count > most { lines.append("… and \(words.count - most) more: type another letter") }
        self.lines = lines
    }
}
