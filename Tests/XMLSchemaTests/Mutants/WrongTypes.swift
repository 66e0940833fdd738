// SPDX-License-Identifier: Apache-2.0

/// Gives each typed value one that is not of its type.
struct WrongTypes: Mutator {
    let types: [Place: ValueKind]

    func mutants(of tree: MarkedTree) -> [Mutant] {
        tree.elements.flatMap { element -> [Mutant] in
            var mutants: [Mutant] = []
            let place = tree.place(element)
            if element.isLeaf, let kind = types[place] {
                mutants += kind.wrongValues.map { value in
                    Mutant(
                        .wrongType,
                        path: tree.path(element),
                        place: place,
                        detail: "\(kind) as \(value)",
                        replacing: element.content,
                        with: Array(value.utf8)
                    )
                }
            }
            for attribute in element.attributes {
                let place = Place(parent: element.name, child: "@" + attribute.name)
                mutants += (types[place]?.wrongValues ?? []).map { value in
                    Mutant(
                        .wrongType,
                        path: tree.path(element) + "/@" + attribute.name,
                        place: place,
                        detail: "\(types[place]?.rawValue ?? "") as \(value)",
                        replacing: attribute.range,
                        with: Array(" \(attribute.name)=\"\(value)\"".utf8)
                    )
                }
            }
            return mutants
        }
    }
}
