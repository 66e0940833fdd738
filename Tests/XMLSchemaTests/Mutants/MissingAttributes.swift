// SPDX-License-Identifier: Apache-2.0

/// Drops each attribute that is required where it stands.
struct MissingAttributes: Mutator {
    let required: Set<Place>

    func mutants(of tree: MarkedTree) -> [Mutant] {
        tree.elements.flatMap { element in
            element.attributes.compactMap { attribute -> Mutant? in
                let place = Place(parent: element.name, child: "@" + attribute.name)
                guard required.contains(place) else { return nil }
                return Mutant(
                    .missingAttribute,
                    path: tree.path(element) + "/@" + attribute.name,
                    place: place,
                    detail: "without \(attribute.name)",
                    replacing: attribute.range,
                    with: []
                )
            }
        }
    }
}
