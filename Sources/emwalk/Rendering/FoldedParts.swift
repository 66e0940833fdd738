// SPDX-License-Identifier: Apache-2.0

#if Network
/// The properties of a resource at a glance: its values, then a line for each part of it.
struct FoldedParts {
    let lines: [String]
    /// A part that is told by a line; nil if there is none, and nothing is left out.
    let example: String?

    init(_ properties: [PropertyFolding.Row], style: Style, width: Int) {
        let trees = PropertyTree.trees(of: properties)
        var rows: [(indent: Int, name: String, value: String, isPart: Bool)] = []
        var example: String?
        func add(_ tree: PropertyTree, indent: Int) {
            if tree.isPart {
                if example == nil { example = tree.names.last }
                rows.append((indent, tree.name, PartSummary(tree).text, true))
            } else {
                rows.append((indent, tree.name, tree.values.joined(separator: ", "), false))
            }
        }
        for tree in trees where !tree.isPart { add(tree, indent: 2) }
        for tree in trees where tree.isPart {
            guard tree.values.isEmpty, tree.children.contains(where: \.isPart) else {
                add(tree, indent: 2)
                continue
            }
            rows.append((2, tree.name, "", true))
            for child in tree.children { add(child, indent: 4) }
        }
        self.example = example
        let widest =
            rows.filter { !$0.value.isEmpty || !$0.isPart }.map { $0.indent + DisplayWidth.of($0.name) }.max() ?? 0
        let column = min(widest, max(width / 2, 10))
        lines = rows.flatMap { row -> [String] in
            let indent = String(repeating: " ", count: row.indent)
            if row.isPart, row.value.isEmpty {
                return [indent + style.dim(DisplayWidth.fit(row.name, to: width - row.indent))]
            }
            let name = DisplayWidth.fit(row.name, to: column - row.indent)
            let padding = String(repeating: " ", count: column - row.indent - DisplayWidth.of(name) + 2)
            let start = indent + style.cyan(name) + padding
            let room = max(width - column - 2, 10)
            if row.isPart { return [start + DisplayWidth.fit(row.value, to: room)] }
            let pieces = PropertyList.wrap(row.value, to: room)
            let rest = pieces.dropFirst().map { String(repeating: " ", count: column + 2) + $0 }
            return [start + (pieces.first ?? "")] + rest
        }
    }
}
#endif
