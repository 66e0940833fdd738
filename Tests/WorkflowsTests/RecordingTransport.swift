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
        if request.head.method != .get, !isAboutLogon {
            let write = Write(
                method: request.head.method,
                path: path,
                contentType: request.head.headerFields[.contentType],
                body: request.body
            )
            kept.withLock { $0.append(write) }
        }
        return try await inner.send(request)
    }
}
