// SPDX-License-Identifier: Apache-2.0

#if Network
/// The properties of a resource: on a terminal in groups under the path that they share, else a line with the whole
/// path for each.
struct PropertyList {
    let lines: [String]

    init(_ properties: [(path: [String], value: String)], style: Style, width: Int?) {
        if let width {
            lines = PropertyList.grouped(properties, style: style, width: width)
        } else {
            lines = properties.map { "\($0.path.joined(separator: "."))\t\($0.value)" }
        }
    }

    private static func grouped(
        _ properties: [(path: [String], value: String)],
        style: Style,
        width: Int
    ) -> [String] {
        let names = properties.map { DisplayWidth.of($0.path.last ?? "") + ($0.path.count > 1 ? 2 : 0) }
        let column = min(names.max() ?? 0, max(width / 2, 20))
        var lines: [String] = []
        var group: [String] = []
        var last: [String] = []
        var named: [String] = []
        for (path, value) in properties {
            let parent = Array(path.dropLast())
            // An attribute of the element just shown stays with it.
            let isAttribute = parent == last && !last.isEmpty
            if parent != group, !isAttribute {
                if !parent.isEmpty { lines.append("  " + style.dim(parent.joined(separator: "."))) }
                group = parent
                named = []
            }
            let indent = group.isEmpty ? "  " : "    "
            // A value that comes several times is named once.
            let name = path == named ? "" : path.dropFirst(group.count).joined(separator: ".")
            named = path
            if !isAttribute { last = path }
            let padding = max(0, column + 2 - indent.count - DisplayWidth.of(name))
            let start = indent + style.cyan(name) + String(repeating: " ", count: padding) + "  "
            let used = max(column + 2, indent.count + DisplayWidth.of(name)) + 2
            let pieces = wrap(value, to: max(width - used, 20))
            lines.append(start + (pieces.first ?? ""))
            lines += pieces.dropFirst().map { String(repeating: " ", count: used) + $0 }
        }
        return lines
    }

    /// The text in pieces of a number of columns, nothing lost; broken after a blank where there is one.
    static func wrap(_ text: String, to width: Int) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var used = 0
        for character in text {
            let columns = DisplayWidth.of(String(character))
            // A blank may hang over the edge, where nobody sees it.
            if used + columns > width, !piece.isEmpty, character != " " {
                if let blank = piece.lastIndex(of: " ") {
                    let rest = String(piece[piece.index(after: blank)...])
                    pieces.append(String(piece[...blank]))
                    piece = rest
                } else {
                    pieces.append(piece)
                    piece = ""
                }
                used = DisplayWidth.of(piece)
            }
            piece.append(character)
            used += columns
        }
        return pieces + [piece]
    }
}
#endif
