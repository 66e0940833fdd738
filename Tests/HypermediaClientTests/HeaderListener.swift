// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import HTTPTypes
import HypermediaClient
import Synchronization

/// Passes requests on and remembers the tokens of the logon sessions.
final class HeaderListener: Transport {
    let inner: SimulatorTransport
    private let heard = Mutex<[String]>([])

    init(_ inner: SimulatorTransport) { self.inner = inner }

    var tokens: [String] { heard.withLock { $0 } }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let response = try await inner.send(request)
        if let name = HTTPField.Name("X-RestSvcSessionId"), let token = response.head.headerFields[name] {
            heard.withLock { $0.append(token) }
        }
        return response
    }
}
