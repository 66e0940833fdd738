// SPDX-License-Identifier: Apache-2.0

/// Drops each element that is required where it stands.
struct MissingElements: Mutator {
    let required: Set<Place>

    func mutants(of tree: MarkedTree) -> [Mutant] {
        tree.elements.flatMap { parent in
            let children = tree.children(parent)
            return children.compactMap { child -> Mutant? in
                let place = tree.place(child)
                guard required.contains(place), children.count(where: { $0.name == child.name }) == 1 else {
                    return nil
                }
                return Mutant(
                    .missingElement,
                    path: tree.path(child),
                    place: place,
                    detail: "without \(child.name)",
                    replacing: child.whole,
                    with: []
                )
            }
        }
    }
}
