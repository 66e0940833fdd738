// SPDX-License-Identifier: Apache-2.0

/// Swaps each two neighbours that have an order.
struct SwappedOrder: Mutator {
    /// Whether one element always comes before another in a third.
    let isFixed: (_ first: String, _ second: String, _ parent: String) -> Bool

    func mutants(of tree: MarkedTree) -> [Mutant] {
        tree.elements.flatMap { parent in
            let children = tree.children(parent)
            return zip(children, children.dropFirst()).compactMap { first, second -> Mutant? in
                guard isFixed(first.name, second.name, parent.name) else { return nil }
                return Mutant(
                    .swappedOrder,
                    path: tree.path(first),
                    place: tree.place(first),
                    detail: "\(second.name) before \(first.name)",
                    replacing: first.whole.lowerBound..<second.whole.upperBound,
                    with: Array(tree.bytes[second.whole] + tree.bytes[first.whole])
                )
            }
        }
    }
}
