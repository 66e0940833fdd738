// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Deflate
internal import HypermediaClient
internal import Synchronization

/// Packs a body while it arrives, its server's origin replaced: a snapshot can be given away, and does not tell which
/// server it is of.
///
/// A large body never lies in memory as a whole. Its secrets are known only when it was read to its end; in the rare case
/// that a large one has some, it is unpacked once more.
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
            // No origin holds a quotation mark, so that none is cut in two.
            guard state.rest.count > BodyPacking.piece,
                let end = state.rest.lastIndex(of: UInt8(ascii: "\""))
            else { return }
            let rest = Array(state.rest[end...])
            state.rest.removeSubrange(end...)
            state.packing.add(replaced(state.rest))
            state.rest = rest
        }
    }

    /// What came, packed, without secrets.
    ///
    /// - Returns: the bytes as ``original(_:)`` takes them back.
    func finish(_ redaction: Redaction) throws -> Deflate.Packed {
        let state = state.withLock { state in
            defer { state = State() }
            return state
        }
        var packing = state.packing
        let rest = replaced(state.rest)
        if packing.size == 0 {
            packing.add(redaction.apply(to: rest))
        } else {
            packing.add(rest)
        }
        let packed = packing.finish()
        guard !redaction.isEmpty, packed.size > rest.count else { return packed }
        var redacted = Deflate.Packing()
        redacted.add(redaction.apply(to: try Deflate.unpack(packed.bytes, size: packed.size)))
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
