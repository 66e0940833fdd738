// SPDX-License-Identifier: Apache-2.0

/// The fields of the guide's pages by the places that they speak of.
///
/// A page speaks of the documents that it prints or whose root its method has; a field of it, of every element (or
/// attribute) with that name in such documents. A page about no method in particular speaks of all documents.
struct FieldIndex {
    private(set) var fields: [Place: [Field]] = [:]

    init(_ rows: [Field], rootsByPage: [String: Set<String>], methodPages: Set<String>, corpus: Corpus) {
        var places: [String: [String: Set<Place>]] = [:]
        for document in corpus.documents {
            for element in document.tree.elements {
                let place = document.tree.place(element)
                places[document.root, default: [:]][element.name, default: []].insert(place)
                for attribute in element.attributes {
                    let place = Place(parent: element.name, child: "@" + attribute.name)
                    places[document.root, default: [:]][attribute.name, default: []].insert(place)
                }
            }
        }
        for row in rows {
            var roots = rootsByPage[row.page] ?? []
            if roots.isEmpty, !methodPages.contains(row.page) { roots = Set(places.keys) }
            for place in roots.reduce(into: Set<Place>(), { $0.formUnion(places[$1]?[row.element] ?? []) }) {
                fields[place, default: []].append(row)
            }
        }
    }

    subscript(_ place: Place) -> [Field] { fields[place] ?? [] }
}
