// SPDX-License-Identifier: Apache-2.0

/// Gives each enumerated value one that no table lists.
struct WrongEnumerations: Mutator {
    let enumerated: Set<Place>

    func mutants(of tree: MarkedTree) -> [Mutant] {
        tree.elements.compactMap { element in
            let place = tree.place(element)
            guard element.isLeaf, enumerated.contains(place) else { return nil }
            return Mutant(
                .wrongEnumeration,
                path: tree.path(element),
                place: place,
                detail: "unlisted value",
                replacing: element.content,
                with: Array("UnheardOf".utf8)
            )
        }
    }
}
