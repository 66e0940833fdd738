// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import HypermediaClient

/// Lets answers say something else than the simulator has them say.
struct EditingTransport: Transport {
    let inner: any Transport
    /// Makes one text of another.
    let edit: @Sendable (String) -> String

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let response = try await inner.send(request)
        var bytes: [UInt8] = []
        do {
            for try await piece in response.body { bytes += piece }
        } catch {
            throw TransportFailure(.closed, "The answer broke off.", requestMayHaveBeenSent: true)
        }
        var head = response.head
        head.headerFields[.contentLength] = nil
        return TransportResponse(
            head: head,
            body: ResponseBody(bytes: Array(edit(String(decoding: bytes, as: UTF8.self)).utf8))
        )
    }
}
