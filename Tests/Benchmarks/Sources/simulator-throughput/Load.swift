// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import NIOCore
import NIOSSL

/// Asks for one document over and over, on several connections at once.
struct Load {
    let connections: Int
    let seconds: Int
    let token: String

    func requestsPerSecond(_ url: String) async throws -> Double {
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: Load.configuration(connections))
        let clock = ContinuousClock()
        let start = clock.now
        let end = start + .seconds(seconds)
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<connections {
                group.addTask {
                    var count = 0
                    while clock.now < end {
                        _ = try await Load.get(url, token: token, client)
                        count += 1
                    }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
        let elapsed = start.duration(to: clock.now)
        try await client.shutdown()
        return Double(count) / (elapsed / .seconds(1))
    }

    /// The body of an answer, which must be 200.
    static func get(_ url: String, token: String, _ client: HTTPClient) async throws -> ByteBuffer {
        var request = HTTPClientRequest(url: url)
        request.headers.add(name: "Accept", value: "application/xml")
        request.headers.add(name: "X-RestSvcSessionId", value: token)
        let response = try await client.execute(request, timeout: .seconds(60))
        guard response.status == .ok else { throw BenchmarkFailure("\(url) is answered \(response.status)") }
        return try await response.body.collect(upTo: 1 << 30)
    }

    /// The servers' certificates are made on the spot, on this machine.
    static func configuration(_ connections: Int) -> HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.certificateVerification = .none
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        configuration.httpVersion = .http1Only
        return configuration
    }
}
