// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import HTTPTypes
internal import HypermediaClient
internal import Synchronization

/// Notes by which clock the server answers, and passes everything on.
final class HeadWitness: Transport {
    private let inner: any Transport
    private let seen = Mutex<(date: String?, received: Date)?>(nil)

    init(_ inner: any Transport) { self.inner = inner }

    /// The `Date` header of the last answer, and when that came.
    var clock: (date: String?, received: Date)? { seen.withLock { $0 } }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let response = try await inner.send(request)
        let date = response.head.headerFields[.date]
        seen.withLock { $0 = (date, .now) }
        return response
    }
}
#endif
