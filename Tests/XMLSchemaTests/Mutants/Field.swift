// SPDX-License-Identifier: Apache-2.0

/// What a page says about one field: a line of `BODY_FIELDS` or `RESOURCE_FIELDS`.
struct Field {
    /// Where in its table.
    let line: Int
    let page: String
    let block: String
    let element: String
    let type: String
    /// Of `BODY_FIELDS` only; nil where the page does not say.
    let minimum: Int?
    let maximum: Int?
    /// Empty if the page lists no values or only those of a boolean.
    let values: Set<String>

    init(_ row: Table.Row, line: Int) {
        self.line = line
        page = row["page"]
        block = row["block"]
        element = row["element"]
        type = row["type"]
        let bounds = row.list("min/max", separator: "/")
        minimum = bounds.first.flatMap { Int($0) }
        maximum = bounds.count > 1 ? Int(bounds[1]) : nil
        values = ValueKind(fieldType: type) == .boolean ? [] : Set(row.list("enumeration"))
    }
}
