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
#endif
