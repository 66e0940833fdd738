// SPDX-License-Identifier: Apache-2.0

/// A piece of text of an open node, with children between it and the next piece.
@usableFromInline
struct MixedPiece: BitwiseCopyable {
    @usableFromInline var node: UInt32
    var offset: UInt32
    var length: UInt32
}
