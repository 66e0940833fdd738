// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// Items: what picks each, and what is worth comparing.
///
/// A step of a path picks an item, or a number where those of the list are current; it is then called by its name.
struct ItemTable {
    let text: String

    /// A table.
    ///
    /// - Parameters:
    ///   - entries: the items to show.
    ///   - steps: what tells the items of the whole collection apart.
    ///   - isNumbered: whether their numbers pick them.
    ///   - fields: the properties that are columns; empty for type and identifier.
    ///   - values: how values are written.
    ///   - console: where it goes.
    init(
        _ entries: [NumberedListing.Entry],
        steps: ItemSteps,
        isNumbered: Bool = false,
        fields: [PropertyPath],
        values: ValueText,
        console: Console
    ) {
        let hasTypes = fields.isEmpty
        let hasIdentifiers = ItemTable.showsIdentifiers(entries, steps, isNumbered, hasTypes, console.width)
        let style = console.style
        var table = TextTable(
            columns: (isNumbered ? ["#", "NAME"] : ["ITEM"]) + fields.map(\.description) + (hasTypes ? ["TYPE"] : [])
                + (hasIdentifiers ? ["UID"] : [])
        )
        for entry in entries {
            guard let item = entry.item else { continue }
            let found = ItemValues(item)
            var row = ItemTable.heads(of: entry, item, steps, isNumbered: isNumbered)
            row += fields.map { ItemTable.cell($0, of: item, found, values) }
            if hasTypes { row.append(item.type?.rawValue ?? item.name) }
            if hasIdentifiers { row.append(item.uid ?? "") }
            table.rows.append(row)
        }
        let identifiers = hasIdentifiers ? table.headers.count - 1 : nil
        table.uncut = [0]
        if let identifiers { table.uncut.insert(identifiers) }
        table.rightAligned = ItemTable.measures(table)
        if isNumbered { table.rightAligned.insert(0) }
        table.paint = { column, cell in
            switch column {
            case 0: style.cyan(cell)
            case 1 where isNumbered: style.bold(cell)
            case identifiers: style.dim(cell)
            default: ItemTable.paint(cell, style)
            }
        }
        text = table.text(console)
    }

    /// Whether identifiers are a column: where nothing else tells items apart, and where there is room for them.
    private static func showsIdentifiers(
        _ entries: [NumberedListing.Entry],
        _ steps: ItemSteps,
        _ isNumbered: Bool,
        _ hasTypes: Bool,
        _ width: Int?
    ) -> Bool {
        let items = entries.compactMap(\.item)
        if isNumbered {
            let names = items.compactMap(\.label)
            return Set(names).count < names.count && (hasTypes || width == nil)
        }
        guard hasTypes, let width else { return hasTypes }
        func widest(_ texts: [String]) -> Int { texts.map(DisplayWidth.of).max() ?? 0 }
        return widest(items.map { steps.text(for: $0) }) + widest(items.map { $0.type?.rawValue ?? $0.name })
            + widest(items.map { $0.uid ?? "" }) + 4 <= width
    }

    /// The cells that pick an item.
    static func heads(
        of entry: NumberedListing.Entry,
        _ item: Resource,
        _ steps: ItemSteps,
        isNumbered: Bool
    ) -> [String] {
        guard isNumbered else { return [steps.text(for: item)] }
        return [entry.number.map(String.init) ?? "", item.label ?? item.name]
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

    /// Words that the server uses for good and bad ends.
    private static func paint(_ cell: String, _ style: Style) -> String {
        switch cell.filter({ $0 != " " }) {
        case "Failed", "Error": style.red(cell)
        case "Warning": style.yellow(cell)
        case "Success": style.green(cell)
        default: cell
        }
    }
}
#endif
