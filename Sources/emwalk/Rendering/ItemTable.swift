// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// The items of a collection: the path step that picks each, and what is worth comparing.
struct ItemTable {
    let text: String

    /// A table.
    ///
    /// - Parameters:
    ///   - items: the items to show.
    ///   - all: the items of the collection, among which a step picks one; nil if these are all.
    ///   - fields: the properties that are columns; nil for type and identifier.
    ///   - values: how values are written.
    ///   - console: where it goes.
    init(
        _ items: [Resource],
        among all: [Resource]? = nil,
        fields: [PropertyPath]? = nil,
        values: ValueText = ValueText(isExact: true),
        console: Console
    ) {
        let steps = ItemSteps(among: all ?? items)
        let style = console.style
        guard let fields, !fields.isEmpty else {
            var table = TextTable("ITEM", "TYPE", "UID")
            for item in items {
                table.rows.append([steps.step(for: item), item.type?.rawValue ?? item.name, item.uid ?? ""])
            }
            table.uncut = [0, 2]
            table.paint = { $0 == 0 ? style.cyan($1) : $0 == 2 ? style.dim($1) : $1 }
            text = table.text(console)
            return
        }
        var table = TextTable(columns: ["ITEM"] + fields.map(\.description))
        for item in items {
            let found = ItemValues(item)
            table.rows.append([steps.step(for: item)] + fields.map { ItemTable.cell($0, of: item, found, values) })
        }
        table.uncut = [0]
        table.rightAligned = ItemTable.measures(table)
        table.paint = { $0 == 0 ? style.cyan($1) : $1 }
        text = table.text(console)
    }

    /// What an item has at a path, on one line.
    static func cell(_ path: PropertyPath, of item: Resource, _ found: ItemValues, _ values: ValueText) -> String {
        found.values(path).map { values.text($0, at: path.names, of: item, isNarrow: true) }.joined(separator: ", ")
    }

    /// The columns that hold numbers, which are compared by their last digits.
    private static func measures(_ table: TextTable) -> Set<Int> {
        let columns = table.headers.indices.dropFirst().filter { column in
            let cells = table.rows.map { $0[column] }.filter { !$0.isEmpty }
            return !cells.isEmpty
                && cells.allSatisfy { cell in
                    let words = cell.split(separator: " ")
                    return words.count <= 2 && words.first.flatMap { Double($0) } != nil
                }
        }
        return Set(columns)
    }
}
#endif
