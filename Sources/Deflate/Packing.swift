// SPDX-License-Identifier: Apache-2.0

internal import CZlib

extension Deflate {
    /// A zlib stream (RFC 1950) that is made piece by piece, so that what is packed need not lie in memory as a whole.
    ///
    /// Each piece is deflated by itself and ends at a byte (RFC 1951, 3.2.4), so that nothing of zlib is kept from one to
    /// the next. Few large pieces pack better than many small ones.
    public struct Packing: Sendable {
        /// How many bytes went in.
        public private(set) var size = 0
        private var bytes: [UInt8] = [0x78, 0x5E]
        private var pieces: [Packed.Piece] = []
        private var checksum = adler32(0, nil, 0)

        /// Begins a stream.
        public init() {}

        /// Packs a piece.
        public mutating func add(_ piece: [UInt8]) {
            guard !piece.isEmpty else { return }
            size += piece.count
            checksum = piece.withUnsafeBufferPointer { adler32_z(checksum, $0.baseAddress, $0.count) }
            let start = bytes.count
            bytes += Packing.deflated(piece)
            pieces.append(Packed.Piece(range: start..<bytes.count, size: piece.count))
        }

        /// Ends the stream and returns it.
        public consuming func finish() -> Packed {
            // An empty last block, then the checksum.
            bytes += [0x03, 0x00]
            bytes += (0..<4).reversed().map { UInt8(truncatingIfNeeded: checksum >> (8 * $0)) }
            return Packed(bytes: bytes, size: size, pieces: pieces)
        }

        private static func deflated(_ piece: [UInt8]) -> [UInt8] {
            // A window and tables as large as the piece: most documents are small, and clearing tables for the largest
            // takes longer than packing them.
            var window: Int32 = 9
            while window < 15, piece.count > 1 << window { window += 1 }
            // What does not get smaller is stored, with a few bytes more for each block, and for the empty one at the end.
            let bound = Int(compressBound(uLong(piece.count))) + piece.count / 64 + 64
            let packed = piece.withUnsafeBufferPointer { source in
                [UInt8](unsafeUninitializedCapacity: bound) { target, count in
                    count = emwalk_deflate_piece(
                        source.baseAddress,
                        source.count,
                        target.baseAddress,
                        target.count,
                        3,
                        window,
                        max(window - 7, 1)
                    )
                }
            }
            return packed.isEmpty ? stored(piece) : packed
        }

        /// The piece as it is, in blocks that are not compressed (RFC 1951, 3.2.4).
        private static func stored(_ piece: [UInt8]) -> [UInt8] {
            var result: [UInt8] = []
            var rest = piece[...]
            while !rest.isEmpty {
                let block = rest.prefix(0xFFFF)
                rest = rest.dropFirst(block.count)
                let length = UInt16(block.count)
                result.append(0)
                for number in [length, ~length] {
                    result.append(UInt8(truncatingIfNeeded: number))
                    result.append(UInt8(truncatingIfNeeded: number >> 8))
                }
                result += block
            }
            return result
        }
    }
}
