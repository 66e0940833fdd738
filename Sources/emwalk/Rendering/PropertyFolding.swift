// SPDX-License-Identifier: Apache-2.0

#if Network
/// Properties brought together for people: values of one name on a line, an attribute before the text it belongs to.
enum PropertyFolding {
    typealias Row = (path: [String], value: String)

    static func fold(_ properties: [Row]) -> [Row] {
        var rows: [Row] = []
        // Whether the last row has an attribute in it, so that it stays alone.
        var isMarked = false
        for property in properties {
            if let last = rows.last, !last.path.isEmpty, Array(property.path.dropLast()) == last.path,
                !last.value.isEmpty
            {
                rows[rows.count - 1].value = "\(property.value): \(last.value)"
                isMarked = true
            } else if let last = rows.last, last.path == property.path, !isMarked, !property.value.isEmpty,
                !isFollowedByAttribute(property, in: properties)
            {
                rows[rows.count - 1].value = "\(last.value), \(property.value)"
            } else {
                rows.append(property)
                isMarked = false
            }
        }
        return rows
    }

    /// Whether elements of this name carry attributes, and so are lines of their own.
    private static func isFollowedByAttribute(_ property: Row, in properties: [Row]) -> Bool {
        properties.contains { $0.path.count == property.path.count + 1 && $0.path.starts(with: property.path) }
    }
}
#endif
