// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import HypermediaClient
import Synchronization

/// Lets a thing go by another name wherever an answer names it, as after a rename that the simulator has no way for.
final class RenamingTransport: Transport {
    private let inner: any Transport
    private let names = Mutex<[(old: String, new: String)]>([])

    init(_ inner: any Transport) { self.inner = inner }

    func rename(_ old: String, _ new: String) { names.withLock { $0.append((old, new)) } }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let response = try await inner.send(request)
        let renamed = names.withLock { $0 }
        guard !renamed.isEmpty else { return response }
        var bytes: [UInt8] = []
        do {
            for try await piece in response.body { bytes += piece }
        } catch {
            throw TransportFailure(.closed, "The answer broke off.", requestMayHaveBeenSent: true)
        }
        var text = String(decoding: bytes, as: UTF8.self)
        for (old, new) in renamed {
            for (open, close) in [("\"", "\""), (">", "<")] {
                text = text.replacing(open + old + close, with: open + new + close)
            }
        }
        var head = response.head
        head.headerFields[.contentLength] = nil
        return TransportResponse(head: head, body: ResponseBody(bytes: Array(text.utf8)))
    }
}
