// SPDX-License-Identifier: Apache-2.0

/// The fields of the guide's pages by the places that they speak of.
///
/// A page speaks of the documents that it prints or whose root its method has; a field of it, of every element (or
/// attribute) with that name in such documents. A page about no method in particular speaks of all documents. Where
/// no such document has the name, it speaks of the elements that have about the same members as the field's block.
struct FieldIndex {
    private(set) var fields: [Place: [Field]] = [:]

    init(
        _ rows: [Field],
        rootsByPage: [String: Set<String>],
        methodPages: Set<String>,
        structures: [String: Structure],
        corpus: Corpus
    ) {
        let seen = SeenValues(corpus)
        let blocks = Dictionary(grouping: rows) { $0.page + "|" + $0.block }.mapValues { Set($0.map(\.element)) }
        let parents = blocks.mapValues { names in
            structures.values.filter { structure in
                let common = structure.names.intersection(names).count
                return common > 1 && 2 * common >= structure.names.union(names).count
            }
        }
        for row in rows {
            var roots = rootsByPage[row.page] ?? []
            if roots.isEmpty, !methodPages.contains(row.page) { roots = Set(seen.byRoot.keys) }
            var places = roots.reduce(into: Set<Place>()) { $0.formUnion(seen.byRoot[$1]?[row.element] ?? []) }
            for parent in places.isEmpty ? parents[row.page + "|" + row.block] ?? [] : [] {
                if parent.children.contains(where: { $0.name == row.element }) {
                    places.insert(Place(parent: parent.element, child: row.element))
                }
                if parent.attributes.contains(where: { $0.name == row.element }) {
                    places.insert(Place(parent: parent.element, child: "@" + row.element))
                }
            }
            for place in places { fields[place, default: []].append(row) }
        }
    }

    subscript(_ place: Place) -> [Field] { fields[place] ?? [] }
}
