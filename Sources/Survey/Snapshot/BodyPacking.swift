// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Deflate
internal import HypermediaClient
internal import Synchronization

/// Packs a body while it arrives, its server's origin replaced: a snapshot can be given away, and does not tell which
/// server it is of.
///
/// A large body never lies in memory as a whole.
final class BodyPacking: Sendable {
    private struct State {
        var rest: [UInt8] = []
        var packing = Deflate.Packing()
    }

    /// How many bytes are packed at once.
    private static let piece = 1 << 18

    private let origin: String
    private let state = Mutex(State())

    /// - Parameter origin: that of the server.
    init(origin: String) { self.origin = origin }

    /// Takes the next bytes.
    func add(_ bytes: [UInt8]) {
        state.withLock { state in
            state.rest += bytes
            // No origin holds one of these, so that none is cut in two.
            guard state.rest.count > BodyPacking.piece,
                let end = state.rest.lastIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "<") })
            else { return }
            let rest = Array(state.rest[end...])
            state.rest.removeSubrange(end...)
            state.packing.add(replaced(state.rest))
            state.rest = rest
        }
    }

    /// What came, packed, secrets included.
    ///
    /// - Returns: the bytes; ``original(_:of:)`` takes pieces of them back.
    func finish() -> Deflate.Packed {
        let state = state.withLock { state in
            defer { state = State() }
            return state
        }
        var packing = state.packing
        packing.add(replaced(state.rest))
        return packing.finish()
    }

    /// What was packed, without secrets; they are known only when a body was read to its end.
    ///
    /// In the rare case that it has some it is unpacked once more: a secret may lie across the seam of two pieces.
    static func redacted(_ packed: Deflate.Packed, _ redaction: Redaction) throws -> Deflate.Packed {
        guard !redaction.isEmpty else { return packed }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(packed.size)
        try packed.forEachPiece { bytes += $0 }
        var redacted = Deflate.Packing()
        redacted.add(redaction.apply(to: bytes))
        return redacted.finish()
    }

    /// Bytes as they came: a piece of what was packed, with its server's origin again.
    static func original(_ bytes: [UInt8], of origin: String) -> [UInt8] {
        Cassette.replacing(Cassette.origin, with: origin, in: bytes)
    }

    private func replaced(_ bytes: [UInt8]) -> [UInt8] {
        Cassette.replacing(origin, with: Cassette.origin, in: bytes)
    }
}
#endif
