// SPDX-License-Identifier: Apache-2.0

/// Puts an attribute that nobody knows on each element.
struct UnknownAttributes: Mutator {
    func mutants(of tree: MarkedTree) -> [Mutant] {
        tree.elements.map { element in
            Mutant(
                .unknownAttribute,
                path: tree.path(element),
                place: tree.place(element),
                detail: "with an unknown attribute",
                replacing: element.attributesEnd..<element.attributesEnd,
                with: Array(" Unheard=\"of\"".utf8)
            )
        }
    }
}
