// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// Rows with the same columns: what a list is where a program reads it.
struct RowSet {
    let columns: [String]
    let rows: [[JSONValue]]

    /// The items by the columns that are asked for, or by everything that any of them has.
    init(_ items: [Resource], fields: [PropertyPath]) {
        let values = items.map(ItemValues.init)
        var paths = fields
        if fields.isEmpty {
            var seen: Set<String> = []
            for item in values {
                for path in item.paths where seen.insert(path.description.lowercased()).inserted { paths.append(path) }
            }
        }
        columns = paths.map(\.description)
        rows = values.map { item in paths.map { item.json($0) } }
    }

    /// The rows of a document: the elements of an array, or the document itself; what is nested stays JSON.
    init(_ document: JSONValue) {
        let elements = document.elements ?? [document]
        var columns: [String] = []
        var seen: Set<String> = []
        for case .object(let members) in elements {
            for member in members where seen.insert(member.name).inserted { columns.append(member.name) }
        }
        self.columns = columns.isEmpty ? ["value"] : columns
        rows = elements.map { element in
            columns.isEmpty ? [element] : columns.map { element[$0] ?? .null }
        }
    }

    /// Each row as an object.
    var objects: [JSONValue] {
        rows.map { row in .object(zip(columns, row).map { JSONValue.Member($0, $1) }) }
    }

    /// RFC 4180, the names of the columns first; several values in one cell are a JSON array.
    var csv: String {
        ([columns] + rows.map { $0.map(RowSet.cell) }).map { $0.map(RowSet.quote).joined(separator: ",") + "\r\n" }
            .joined()
    }

    private static func cell(_ value: JSONValue) -> String {
        if case .null = value { return "" }
        return value.scalar ?? value.text(pretty: false)
    }

    private static func quote(_ text: String) -> String {
        // Unicode joins CR and LF to one character, so that scalars are looked at.
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in text.unicodeScalars {
            quoted.append(scalar)
            if scalar == "\"" { quoted.append(scalar) }
        }
        quoted.append("\"")
        return String(quoted)
    }
}
#endif
