// SPDX-License-Identifier: Apache-2.0

/// Repeats each element that may stand there once.
struct SecondOccurrences: Mutator {
    let single: Set<Place>

    func mutants(of tree: MarkedTree) -> [Mutant] {
        tree.elements.compactMap { element in
            let place = tree.place(element)
            guard element.parent != nil, single.contains(place) else { return nil }
            return Mutant(
                .secondOccurrence,
                path: tree.path(element),
                place: place,
                detail: "\(element.name) twice",
                replacing: element.whole.upperBound..<element.whole.upperBound,
                with: Array(tree.bytes[element.whole])
            )
        }
    }
}
