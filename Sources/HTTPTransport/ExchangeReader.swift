// SPDX-License-Identifier: Apache-2.0

#if Network
internal import AsyncHTTPClient
internal import HypermediaClient
internal import NIOCore

/// Hands out the body of one answer, and holds it to the time that was set.
///
/// The client library ends its own deadline with the head of an answer, hence each wait for a chunk is raced here
/// against what is left of the time. That a body ends too early, or because of a cancellation, it does report.
///
/// A body that is announced to be short is handed out whole: a race for each of its chunks takes longer than the chunk.
actor ExchangeReader {
    /// How many bytes a short body has at the most.
    private static let short = 1 << 16

    private var iterator: HTTPClientResponse.Body.AsyncIterator
    private var isReading = false
    private var hasEnded = false
    private var failure: (any Error)?
    private let isShort: Bool
    private let deadline: ContinuousClock.Instant
    private let origin: Origin

    init(
        _ iterator: sending HTTPClientResponse.Body.AsyncIterator,
        length: Int?,
        deadline: ContinuousClock.Instant,
        origin: Origin
    ) {
        self.iterator = iterator
        isShort = length.map { $0 <= ExchangeReader.short } ?? false
        self.deadline = deadline
        self.origin = origin
    }

    /// The next chunk, or nil after the last one.
    nonisolated func next() async throws(TransportFailure) -> [UInt8]? {
        do {
            // A server that always has another chunk ready would win every race.
            guard ContinuousClock.now < deadline else { throw NetworkFailure.timeout(sent: true) }
            if isShort, await hasEnded { return nil }
            return try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
                group.addTask { try await self.chunk() }
                group.addTask { [deadline] in
                    // A sleep that is cancelled leaves its timer behind until that would have ended: at a thousand
                    // exchanges a second, those of a minute are more than all else that is kept of them.
                    while ContinuousClock.now < deadline {
                        try await Task.sleep(until: min(deadline, .now + .seconds(1)), clock: .continuous)
                    }
                    throw NetworkFailure.timeout(sent: true)
                }
                defer { group.cancelAll() }
                return try await group.next() ?? nil
            }
        } catch {
            throw NetworkFailure(error, gateOpened: true).transportFailure(origin: origin)
        }
    }

    private func chunk() async throws -> [UInt8]? {
        // The library would end the process.
        guard !isReading else { throw NetworkFailure.concurrentRead }
        isReading = true
        defer { isReading = false }
        if let failure { throw failure }
        var iterator = iterator
        defer { self.iterator = iterator }
        guard let first = try await iterator.next(isolation: self) else {
            hasEnded = true
            return nil
        }
        var bytes = Array(buffer: first)
        while isShort, !hasEnded {
            do {
                if let buffer = try await iterator.next(isolation: self) {
                    bytes.append(contentsOf: buffer.readableBytesView)
                } else {
                    hasEnded = true
                }
            } catch {
                // What came before it broke off is handed out first.
                failure = error
                break
            }
        }
        return bytes
    }
}
#endif
