// SPDX-License-Identifier: Apache-2.0

/// One row of the node column.

struct NodeRecord: BitwiseCopyable {
    var name: Symbol
    var parent: UInt32
    /// The index after the last node of this subtree: skipping a subtree needs no child lists.
    var subtreeEnd: UInt32
    /// Where its attributes begin; they end where those of the next node begin.
    var firstAttribute: UInt32
    var textOffset: UInt32
    var textLength: UInt32
    var kind: NodeKind

    init(name: Symbol, parent: UInt32, firstAttribute: UInt32, kind: NodeKind) {
        self.name = name
        self.parent = parent
        self.subtreeEnd = 0
        self.firstAttribute = firstAttribute
        self.textOffset = 0
        self.textLength = 0
        self.kind = kind
    }
}
