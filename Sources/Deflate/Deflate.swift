// SPDX-License-Identifier: Apache-2.0

internal import CZlib

/// Packs bytes as a zlib stream (RFC 1950), as any language can unpack it.
///
/// The pointers that zlib needs live for the length of one call each, inside `withUnsafe…` closures.
public enum Deflate {
    /// Why bytes cannot be unpacked.
    public struct Damaged: Error, Hashable, Sendable {
        /// One sentence for people.
        public let message: String
    }

    /// Packs bytes; fast rather than small.
    public static func pack(_ bytes: [UInt8]) -> [UInt8] {
        var packing = Packing()
        packing.add(bytes)
        return packing.finish().bytes
    }

    /// Unpacks what ``pack(_:)`` made.
    ///
    /// - Parameters:
    ///   - bytes: a zlib stream.
    ///   - size: how many bytes it unpacks to.
    /// - Throws: ``Damaged`` if it is no such stream or unpacks to another size.
    public static func unpack(_ bytes: [UInt8], size: Int) throws(Damaged) -> [UInt8] {
        var status = Z_OK
        let result = [UInt8](unsafeUninitializedCapacity: max(size, 1)) { target, count in
            var length = uLong(target.count)
            status = bytes.withUnsafeBufferPointer { source in
                uncompress(target.baseAddress, &length, source.baseAddress, uLong(source.count))
            }
            count = status == Z_OK ? Int(length) : 0
        }
        guard status == Z_OK, result.count == size else {
            throw Damaged(message: "The packed bytes are damaged (zlib status \(status)).")
        }
        return result
    }
}
