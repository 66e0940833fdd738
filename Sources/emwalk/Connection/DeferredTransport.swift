// SPDX-License-Identifier: Apache-2.0

#if Network
internal import HypermediaClient
internal import Synchronization

/// Answers by a transport that is installed once the address of the server is known.
final class DeferredTransport: Transport {
    private let inner = Mutex<(any Transport)?>(nil)

    func install(_ transport: any Transport) { inner.withLock { $0 = transport } }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        guard let transport = inner.withLock({ $0 }) else {
            throw TransportFailure(.closed, "The simulator is not ready yet.", requestMayHaveBeenSent: false)
        }
        return try await transport.send(request)
    }
}
#endif
