// SPDX-License-Identifier: Apache-2.0

/// Puts an element that nobody knows into each element, as its last.
struct UnknownElements: Mutator {
    func mutants(of tree: MarkedTree) -> [Mutant] {
        tree.elements.map { element in
            Mutant(
                .unknownElement,
                path: tree.path(element),
                place: tree.place(element),
                detail: "with an unknown element",
                replacing: element.content.upperBound..<element.content.upperBound,
                with: Array("<Unheard>of</Unheard>".utf8)
            )
        }
    }
}
