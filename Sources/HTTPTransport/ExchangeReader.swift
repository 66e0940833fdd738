// SPDX-License-Identifier: Apache-2.0

#if Network
internal import AsyncHTTPClient
internal import HypermediaClient
internal import NIOCore

/// Hands out the body of one answer, and holds it to the length and the time that were set.
///
/// The client library ends its own deadline with the head of an answer, hence each wait for a chunk is raced here
/// against what is left of the time.
actor ExchangeReader {
    private var iterator: HTTPClientResponse.Body.AsyncIterator
    private var received = 0
    private var isReading = false
    private let expected: Int?
    private let deadline: ContinuousClock.Instant
    private let origin: Origin

    init(
        _ iterator: sending HTTPClientResponse.Body.AsyncIterator,
        expected: Int?,
        deadline: ContinuousClock.Instant,
        origin: Origin
    ) {
        self.iterator = iterator
        self.expected = expected
        self.deadline = deadline
        self.origin = origin
    }

    /// The next chunk, or nil after the last one.
    nonisolated func next() async throws(TransportFailure) -> [UInt8]? {
        do {
            return try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
                group.addTask { try await self.chunk() }
                group.addTask { [deadline] in
                    try await Task.sleep(until: deadline, clock: .continuous)
                    throw HTTPClientError.deadlineExceeded
                }
                defer { group.cancelAll() }
                return try await group.next() ?? nil
            }
        } catch {
            throw NetworkFailure(error, gateOpened: true).transportFailure(origin: origin)
        }
    }

    private func chunk() async throws -> [UInt8]? {
        guard !isReading else { throw NetworkFailure.concurrentRead }
        isReading = true
        defer { isReading = false }
        var iterator = iterator
        let buffer = try await iterator.next(isolation: self)
        self.iterator = iterator
        if let buffer {
            received += buffer.readableBytes
            return Array(buffer: buffer)
        }
        // A cancelled stream ends as if it were complete.
        try Task.checkCancellation()
        if let expected, received < expected { throw HTTPClientError.remoteConnectionClosed }
        return nil
    }
}
#endif
