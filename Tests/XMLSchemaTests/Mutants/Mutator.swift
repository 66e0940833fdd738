// SPDX-License-Identifier: Apache-2.0

/// Makes all mutants of one kind of a document.
protocol Mutator {
    func mutants(of tree: MarkedTree) -> [Mutant]
}
