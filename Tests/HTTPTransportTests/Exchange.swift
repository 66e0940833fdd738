// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManagerSimulatorServer
import HTTPTransport
import HTTPTypes
import HypermediaClient

/// One client and one server on loopback, for the length of a closure.
enum Exchange {
    static func run<R>(
        _ handler: any Transport,
        security: SimulatorServer.Security = .plain,
        tls: (ServerAddress) throws -> TLSPolicy = { _ in .systemRoots },
        isolation: isolated (any Actor)? = #isolation,
        _ body: (HTTPTransport, ServerAddress) async throws -> R
    ) async throws -> R {
        try await SimulatorServer(handler: handler, security: security).withServer { address in
            try await HTTPTransport.withTransport(tls: tls(address)) { try await body($0, address) }
        }
    }
}

extension ServerAddress {
    func request(
        _ path: String = "/",
        method: HTTPRequest.Method = .get,
        host: String? = nil,
        fields: HTTPFields = [:],
        body: [UInt8]? = nil,
        timeout: Duration = .seconds(300)
    ) -> TransportRequest {
        TransportRequest(
            head: HTTPRequest(
                method: method,
                scheme: scheme,
                authority: host.map { "\($0):\(port)" } ?? authority,
                path: path,
                headerFields: fields
            ),
            body: body,
            timeout: timeout
        )
    }
}

extension HTTPTransport {
    /// Sends, and reads the whole body.
    func text(_ request: TransportRequest) async throws -> String {
        String(decoding: try await bytes(request), as: UTF8.self)
    }

    /// Sends, and reads the whole body.
    func bytes(_ request: TransportRequest) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await chunk in try await send(request).body { bytes += chunk }
        return bytes
    }

    /// The failure of a request that must fail; nil if it does not.
    func failure(_ request: TransportRequest) async -> TransportFailure? {
        do {
            _ = try await bytes(request)
            return nil
        } catch {
            return error as? TransportFailure
        }
    }
}
#endif
