// SPDX-License-Identifier: Apache-2.0

#if Network
import HTTPTypes
import HypermediaClient
import Synchronization

/// Answers by a closure, and remembers what it was asked.
final class StubHandler: Transport {
    typealias Answer = @Sendable (TransportRequest) async throws -> TransportResponse

    private let answer: Answer
    private let log = Mutex<[TransportRequest]>([])

    init(_ answer: @escaping Answer = { _ in .text("hello") }) {
        self.answer = answer
    }

    /// Every request so far, in the order of arrival.
    var requests: [TransportRequest] { log.withLock { $0 } }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        log.withLock { $0.append(request) }
        do {
            return try await answer(request)
        } catch {
            throw error as? TransportFailure ?? .dropped
        }
    }
}

extension TransportFailure {
    /// What a handler throws to have the connection dropped.
    static let dropped = TransportFailure(.closed, "dropped", requestMayHaveBeenSent: true)
}

extension TransportResponse {
    /// An answer of a few characters, with its length.
    static func text(_ text: String, status: HTTPResponse.Status = .ok, _ fields: HTTPFields = [:]) -> Self {
        var head = HTTPResponse(status: status, headerFields: fields)
        head.headerFields[.contentLength] = "\(text.utf8.count)"
        return TransportResponse(head: head, body: ResponseBody(bytes: Array(text.utf8)))
    }

    /// An answer in chunks made one at a time; nil ends it.
    static func chunks(length: Int?, _ chunk: @escaping @Sendable (Int) async throws -> [UInt8]?) -> Self {
        var head = HTTPResponse(status: .ok)
        if let length { head.headerFields[.contentLength] = "\(length)" }
        return TransportResponse(
            head: head,
            body: ResponseBody {
                var index = 0
                return {
                    defer { index += 1 }
                    return try await chunk(index)
                }
            }
        )
    }
}
#endif
