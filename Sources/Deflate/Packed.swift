// SPDX-License-Identifier: Apache-2.0

internal import CZlib

extension Deflate {
    /// A zlib stream (RFC 1950) whose maker knows where its pieces lie, so that they can be unpacked one by one.
    public struct Packed: Sendable {
        struct Piece: Sendable {
            /// Where its blocks lie in the stream.
            let range: Range<Int>
            /// How many bytes it unpacks to.
            let size: Int
        }

        /// The whole stream.
        public let bytes: [UInt8]
        /// How many bytes it unpacks to.
        public let size: Int
        private let pieces: [Piece]

        init(bytes: [UInt8], size: Int, pieces: [Piece]) {
            self.bytes = bytes
            self.size = size
            self.pieces = pieces
        }

        /// Unpacks it piece by piece, in the order in which the pieces were packed.
        ///
        /// - Parameter take: told the bytes of each.
        /// - Throws: ``Damaged``, and what `take` throws.
        public func forEachPiece(_ take: ([UInt8]) throws -> Void) throws {
            for piece in pieces {
                let unpacked = bytes[piece.range].withUnsafeBufferPointer { source in
                    [UInt8](unsafeUninitializedCapacity: piece.size) { target, count in
                        count = emwalk_inflate_piece(
                            source.baseAddress,
                            source.count,
                            target.baseAddress,
                            target.count
                        )
                    }
                }
                guard unpacked.count == piece.size else { throw Damaged(message: "A packed piece is damaged.") }
                try take(unpacked)
            }
        }
    }
}
