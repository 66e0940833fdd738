// SPDX-License-Identifier: Apache-2.0

/// How an element looked in all examples together: a line of `STRUCTURES`.
struct Structure {
    struct Part {
        let name: String
        /// Not in every example of the element.
        let isOptional: Bool
        /// More than once in some example.
        let repeats: Bool

        init(_ token: String) {
            let marks = token.reversed().prefix { "?*".contains($0) }
            name = String(token.dropLast(marks.count))
            isOptional = marks.contains("?")
            repeats = marks.contains("*")
        }
    }

    let element: String
    /// How often it was seen.
    let count: Int
    let attributes: [Part]
    /// In the order in which they were first seen.
    let children: [Part]
    /// Such as `integer`, `string`, `empty` and `urn:veeam:Job`.
    let leafKinds: Set<String>

    init(_ row: Table.Row) {
        element = row["element"]
        count = Int(row["count"]) ?? 0
        attributes = row.list("attributes", separator: " ").map { Part(String($0.dropFirst())) }
        children = row.list("children", separator: " ").map(Part.init)
        leafKinds = Set(row.list("leaf_kinds").map { String($0.prefix { $0 != "(" }) })
    }

    /// The names of children and attributes.
    var names: Set<String> { Set((children + attributes).map(\.name)) }

    /// The children other than `Links`.
    var members: [Part] { children.filter { $0.name != "Links" } }
}
