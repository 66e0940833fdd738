// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import HypermediaClient
import Synchronization

/// Passes requests on and keeps the writes with their bodies.
final class RecordingTransport: Transport {
    struct Write: Sendable {
        let method: HTTPRequest.Method
        let path: String
        let contentType: String?
        let body: [UInt8]?
    }

    private let inner: any Transport
    private let kept = Mutex<[Write]>([])

    init(_ inner: any Transport) { self.inner = inner }

    /// The writes, logging on and off left out.
    var writes: [Write] { kept.withLock { $0 } }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let path = request.head.path ?? ""
        let isAboutLogon = request.head.headerFields[.authorization] != nil || path.contains("/logonSessions")
        let response = try await inner.send(request)
        // Behind an opaque URL a logoff is told by its answer: no content, where every other write starts a task.
        let isLogoff = request.head.method == .delete && response.head.status == .noContent
        if request.head.method != .get, !isAboutLogon, !isLogoff {
            let write = Write(
                method: request.head.method,
                path: path,
                contentType: request.head.headerFields[.contentType],
                body: request.body
            )
            kept.withLock { $0.append(write) }
        }
        return response
    }
}
