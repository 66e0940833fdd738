// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// The own links of a resource: number, relation, verb, type, name.
struct LinkTable {
    let text: String

    init(of resource: Resource, console: Console) {
        var table = TextTable("#", "REL", "VERB", "TYPE", "NAME")
        for (index, link) in resource.links.enumerated() {
            table.rows.append([
                String(index + 1), link.rel.rawValue, link.verb?.rawValue ?? "—", link.type?.rawValue ?? "",
                link.name ?? "",
            ])
        }
        table.rightAligned = [0]
        let style = console.style
        table.paint = { column, cell in
            switch column {
            case 0: style.dim(cell)
            case 1: style.bold(cell)
            case 2: style.verb(cell)
            default: cell
            }
        }
        text = table.rows.isEmpty ? "(no links)" : table.text(console)
    }
}

/// The items of a collection: the path step that picks each, its type and identifier.
struct ItemTable {
    let text: String

    init(_ items: [Resource], console: Console) {
        var table = TextTable("ITEM", "TYPE", "UID")
        for item in items {
            let step = item.label.map { RelPath.Step.named($0).description } ?? item.name
            table.rows.append([step, item.type?.rawValue ?? item.name, item.uid ?? ""])
        }
        table.uncut = [0, 2]
        let style = console.style
        table.paint = { $0 == 0 ? style.cyan($1) : $0 == 2 ? style.dim($1) : $1 }
        text = table.text(console)
    }
}
#endif
