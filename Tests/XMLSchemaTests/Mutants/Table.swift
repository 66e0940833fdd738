// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A table of tab-separated values with a header line.
struct Table {
    /// One line: values by the name of their column.
    struct Row {
        private let values: [String: String]

        init(_ values: [String: String]) { self.values = values }

        /// The value of a column, empty if the table has none.
        subscript(_ column: String) -> String { values[column] ?? "" }

        /// The parts of a value.
        func list(_ column: String, separator: Character = ",") -> [String] {
            self[column].split(separator: separator).map(String.init)
        }
    }

    let rows: [Row]

    /// Reads a table; a header such as `attributes(?=not always)` is known by its first word.
    init(_ file: URL) throws {
        let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
        let header = (lines.first ?? "").split(separator: "\t", omittingEmptySubsequences: false)
            .map { String($0.prefix { $0 != "(" && $0 != " " }) }
        rows = lines.dropFirst().map { line in
            let values = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Row(Dictionary(zip(header, values)) { first, _ in first })
        }
    }
}
