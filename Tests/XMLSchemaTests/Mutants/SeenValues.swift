// SPDX-License-Identifier: Apache-2.0

/// The places of all examples and the values that stood there.
struct SeenValues {
    private(set) var places: Set<Place> = []
    private(set) var values: [Place: Set<String>] = [:]
    /// The places of an element's or attribute's name in documents with a root.
    private(set) var byRoot: [String: [String: Set<Place>]] = [:]

    init(_ corpus: Corpus) {
        for document in corpus.documents {
            for element in document.tree.elements {
                let place = document.tree.place(element)
                places.insert(place)
                byRoot[document.root, default: [:]][element.name, default: []].insert(place)
                if element.isLeaf { values[place, default: []].insert(element.text) }
                for attribute in element.attributes {
                    let place = Place(parent: element.name, child: "@" + attribute.name)
                    places.insert(place)
                    byRoot[document.root, default: [:]][attribute.name, default: []].insert(place)
                    values[place, default: []].insert(attribute.value)
                }
            }
        }
    }
}
