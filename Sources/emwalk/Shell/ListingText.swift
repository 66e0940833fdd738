// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// A list for people: links with what they do, items with the values that tell them apart.
struct ListingText {
    let console: Console
    /// How many items are looked at to choose columns.
    private static let sampled = 200
    /// How many columns of values there are at the most.
    private static let mostColumns = 5

    func links(_ entries: [NumberedListing.Entry]) -> String {
        var table = TextTable("#", "REL", "VERB", "TYPE", "NAME")
        for entry in entries {
            guard case .link(let link) = entry.target else { continue }
            table.rows.append([
                String(entry.number), link.rel.rawValue, link.verb?.rawValue ?? "—", link.type?.rawValue ?? "",
                link.name ?? "",
            ])
        }
        table.rightAligned = [0]
        let style = console.style
        table.paint = { column, cell in
            switch column {
            case 0: style.cyan(cell)
            case 1: style.bold(cell)
            case 2: style.verb(cell)
            default: cell
            }
        }
        return table.text(console)
    }

    func items(_ entries: [NumberedListing.Entry]) -> String {
        let items = entries.compactMap { entry in
            if case .item(let item) = entry.target { (number: entry.number, item: item) } else { nil }
        }
        let columns = ListingText.columns(of: items.prefix(ListingText.sampled).map(\.item))
        let hasTypes = columns.isEmpty
        let labels = Dictionary(items.map { ($0.item.label ?? "", 1) }) { $0 + $1 }
        let hasTwins = labels.values.contains { $0 > 1 }
        var table = TextTable(
            columns: ["#", "NAME"] + columns.map { ($0.names.last ?? "").uppercased() } + (hasTypes ? ["TYPE"] : [])
                + (hasTwins ? ["UID"] : [])
        )
        for (number, item) in items {
            var row = [String(number), item.label ?? item.name]
            row += columns.map { ReadableValue(item.property($0) ?? "", of: $0).text }
            if hasTypes { row.append(item.type?.rawValue ?? item.name) }
            if hasTwins { row.append(item.uid ?? "") }
            table.rows.append(row)
        }
        table.rightAligned = [0]
        let style = console.style
        table.paint = { $0 == 0 ? style.cyan($1) : $0 == 1 ? style.bold($1) : ListingText.paint($1, style) }
        return table.text(console)
    }

    /// The values that most items have and that are not all alike, in the order of the document.
    static func columns(of items: [Resource]) -> [PropertyPath] {
        var order: [PropertyPath] = []
        var values: [PropertyPath: [String]] = [:]
        for item in items {
            let identity = item.representation.profile.identity
            let known = [identity.href, identity.type, identity.name, identity.uid].map { $0.lowercased() }
            for property in item.properties where property.path.names.count == 1 && !property.isSecret {
                guard !known.contains(property.path.description.lowercased()), !property.value.isEmpty,
                    !property.value.hasPrefix("urn:")
                else { continue }
                if values[property.path] == nil { order.append(property.path) }
                values[property.path, default: []].append(property.value)
            }
        }
        let telling = order.filter { path in
            let all = values[path] ?? []
            let isFew = all.count * 5 < items.count
            let isPartOfName = items.allSatisfy { item in
                item.property(path).map { item.label?.hasPrefix($0) ?? false } ?? true
            }
            return !isFew && !isPartOfName && (items.count == 1 || Set(all).count > 1 || all.count < items.count)
        }
        // Short values tell more in a table than long ones.
        let shortest = telling.sorted { width(values[$0] ?? []) < width(values[$1] ?? []) }.prefix(mostColumns)
        return telling.filter { shortest.contains($0) }
    }

    private static func width(_ values: [String]) -> Int {
        values.isEmpty ? 0 : values.map(\.count).reduce(0, +) / values.count
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
