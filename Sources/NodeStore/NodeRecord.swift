// SPDX-License-Identifier: Apache-2.0

/// One row of the node column.
@usableFromInline
struct NodeRecord: BitwiseCopyable {
    @usableFromInline var name: Symbol
    @usableFromInline var parent: UInt32
    /// The index after the last node of this subtree: skipping a subtree needs no child lists.
    @usableFromInline var subtreeEnd: UInt32
    /// Where its attributes begin; they end where those of the next node begin.
    @usableFromInline var firstAttribute: UInt32
    @usableFromInline var textOffset: UInt32
    @usableFromInline var textLength: UInt32
    @usableFromInline var kind: NodeKind

    @inlinable
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
