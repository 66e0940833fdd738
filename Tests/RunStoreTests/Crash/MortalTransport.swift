// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import HypermediaClient
import Synchronization

/// The connection of one process: it dies with it, and it can be cut.
final class MortalTransport: Transport {
    /// Where a connection is cut.
    enum Cut: String, Sendable, CaseIterable {
        case beforeTheEffect, afterTheEffect, insideTheReply
    }

    /// Which exchange meets a cut, and whether anything can be reached after it.
    struct Accident: Sendable {
        let exchange: Int
        let cut: Cut
        let isLasting: Bool
    }

    private let inner: any Transport
    private let life: Life
    private let accident: Accident?
    private let log = Mutex<[(method: HTTPRequest.Method, path: String, status: Int?)]>([])

    init(_ inner: any Transport, life: Life, accident: Accident? = nil) {
        self.inner = inner
        self.life = life
        self.accident = accident
    }

    /// How many exchanges there were.
    var count: Int { log.withLock { $0.count } }

    /// Whether the last request ended the session.
    var isLoggedOff: Bool {
        log.withLock { $0.last.map { $0.method == .delete && $0.status == 204 } ?? false }
    }

    /// How many restore points were mounted and not unmounted, seen from the hrefs; opaque ones tell nothing.
    var mounts: Int {
        log.withLock { log in
            let done = log.filter { (200...299).contains($0.status ?? 0) }
            return done.count { $0.method == .post && $0.path.hasSuffix("/mounts") }
                - done.count { $0.method == .delete && $0.path.contains("/mounts/") }
        }
    }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let method = request.head.method
        let index = log.withLock {
            $0.append((method, request.head.path ?? "", nil))
            return $0.count - 1
        }
        guard life.reaches("before \(method)") else { throw dead }
        if let accident, accident.isLasting, index > accident.exchange {
            throw TransportFailure(.refused, "Nobody answers.", requestMayHaveBeenSent: false)
        }
        let cut = accident.flatMap { $0.exchange == index ? $0.cut : nil }
        if cut == .beforeTheEffect { throw lost }
        let response = try await inner.send(request)
        guard life.reaches("after \(method)") else { throw dead }
        switch cut {
        case .afterTheEffect: throw lost
        case .insideTheReply: return TransportResponse(head: response.head, body: half(response.body))
        default: break
        }
        log.withLock { $0[index].status = response.head.status.code }
        return response
    }

    private let dead = TransportFailure(.closed, "The process is dead.", requestMayHaveBeenSent: true)
    private let lost = TransportFailure(.closed, "The connection was cut.", requestMayHaveBeenSent: true)

    /// The first half of a body; an empty one is cut before its end all the same.
    private func half(_ body: ResponseBody) -> ResponseBody {
        let lost = lost
        return ResponseBody {
            var iterator = body.makeAsyncIterator()
            var isFirst = true
            return {
                guard isFirst, let bytes = try await iterator.next() else { throw lost }
                isFirst = false
                return Array(bytes.prefix(bytes.count / 2))
            }
        }
    }
}
