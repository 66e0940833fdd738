// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// Links: number, relation, verb, type, name.
struct LinkTable {
    let text: String

    init(_ entries: [NumberedListing.Entry], console: Console) {
        var table = TextTable("#", "REL", "VERB", "TYPE", "NAME")
        for entry in entries {
            guard let link = entry.link else { continue }
            table.rows.append([
                entry.number.map(String.init) ?? "", link.rel.rawValue, link.verb?.rawValue ?? "—",
                link.type?.rawValue ?? "", link.name ?? "",
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
        text = table.text(console)
    }
}
#endif
