// SPDX-License-Identifier: Apache-2.0

#if Network
internal import AsyncHTTPClient
internal import HTTPTypes
public import HypermediaClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Carries requests over sockets: HTTP/1.1, plain or over TLS.
///
/// It follows no redirect, repeats nothing, stores no cookie and asks for no compression. Nothing of a request or an
/// answer is logged.
///
/// ```swift
/// try await HTTPTransport.withTransport(tls: .certificateAuthority(file: "ca.pem")) { transport in
///     let response = try await transport.send(request)
/// }
/// ```
public struct HTTPTransport: Transport {
    /// How connections are made.
    public struct Options: Sendable {
        /// How long it may take until a connection stands, the TLS handshake included.
        ///
        /// An attempt that has begun is not broken off, so that closing the transport can take as long; it is best
        /// no longer than the time that requests are given.
        public var connectTimeout: Duration
        /// How many connections to one host may be open at the same time.
        public var connectionsPerHost: Int

        /// The options; the defaults suit a command.
        public init(connectTimeout: Duration = .seconds(10), connectionsPerHost: Int = 8) {
            self.connectTimeout = connectTimeout
            self.connectionsPerHost = connectionsPerHost
        }
    }

    private let client: HTTPClient
    private let gate: ConnectionGate

    /// Opens a transport, and closes its connections when `body` has returned or thrown.
    ///
    /// - Parameters:
    ///   - tls: which certificates are good enough.
    ///   - options: how connections are made.
    ///   - isolation: the actor on which `body` runs; the caller's unless said otherwise.
    ///   - body: what to do with the transport, which is of no use afterwards.
    /// - Returns: what `body` returned.
    /// - Throws: ``TransportFailure`` if the certificates of `tls` cannot be read, and whatever `body` throws.
    public static func withTransport<R>(
        tls: TLSPolicy,
        options: Options = Options(),
        isolation: isolated (any Actor)? = #isolation,
        _ body: (HTTPTransport) async throws -> R
    ) async throws -> R {
        let trust = try tls.resolved()
        let gate = ConnectionGate(exact: trust.exact, isPinned: tls.isPin)
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: trust.configuration,
            redirectConfiguration: .disallow,
            timeout: .init(connect: TimeAmount(options.connectTimeout)),
            decompression: .disabled
        )
        configuration.httpVersion = .http1Only
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = options.connectionsPerHost
        // Whether to try again is decided above this room, and a refused connection must be told at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.tracing.tracer = nil
        configuration.http1_1ConnectionDebugInitializer = { gate.admit($0) }
        configuration.http2ConnectionDebugInitializer = { gate.refuse($0) }
        // NIO's own sockets on every platform: Network.framework would bring its own TLS, past the gate.
        return try await HTTPClient.withHTTPClient(
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            configuration: configuration
        ) { client in
            try await body(HTTPTransport(client: client, gate: gate))
        }
    }

    /// Sends a request and returns as soon as the head of the answer is there.
    public func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let origin = try Origin(request.head)
        let allowed = min(max(request.timeout, .zero), Self.longestTimeout)
        let deadline = ContinuousClock.now.advanced(by: allowed)
        do {
            guard !Task.isCancelled else { throw NetworkFailure.cancelled(sent: false) }
            let response = try await client.execute(
                Self.outgoing(request, to: origin),
                deadline: .now() + TimeAmount(allowed)
            )
            let head = Self.head(of: response)
            let reader = ExchangeReader(
                response.body.makeAsyncIterator(),
                length: head.headerFields[.contentLength].flatMap { Int($0) },
                deadline: deadline,
                origin: origin
            )
            return TransportResponse(head: head, body: ResponseBody { { try await reader.next() } })
        } catch {
            let failure = NetworkFailure(error, gateOpened: gate.hasOpened).transportFailure(origin: origin)
            guard failure.code == .untrusted, failure.certificate == nil else { throw failure }
            throw await withCertificate(failure, of: origin, until: deadline)
        }
    }

    /// Shows with a failure the certificate that was not trusted.
    private func withCertificate(
        _ failure: TransportFailure,
        of origin: Origin,
        until deadline: ContinuousClock.Instant
    ) async -> TransportFailure {
        let left = ContinuousClock.now.duration(to: deadline)
        let rest = min(max(left, Duration.milliseconds(100)), Duration.seconds(10))
        let probe = CertificateProbe(host: origin.host, port: origin.port, limit: TimeAmount(rest))
        guard let der = await probe.leaf(group: MultiThreadedEventLoopGroup.singleton) else { return failure }
        return TransportFailure(
            failure.code,
            failure.message,
            requestMayHaveBeenSent: failure.requestMayHaveBeenSent,
            certificate: TransportFailure.Certificate(der: der)
        )
    }

    /// Thirty days; beyond it the arithmetic of clocks would overflow sooner than an exchange would end.
    private static let longestTimeout = Duration.seconds(30 * 24 * 60 * 60)

    private static func outgoing(_ request: TransportRequest, to origin: Origin) -> HTTPClientRequest {
        var outgoing = HTTPClientRequest(url: origin.text + RequestTarget(request.head.path ?? "/").text)
        outgoing.method = NIOHTTP1.HTTPMethod(rawValue: request.head.method.rawValue)
        for field in request.head.headerFields {
            outgoing.headers.add(name: field.name.rawName, value: field.value)
        }
        if let body = request.body { outgoing.body = .bytes(ByteBuffer(bytes: body)) }
        return outgoing
    }

    private static func head(of response: HTTPClientResponse) -> HTTPResponse {
        var head = HTTPResponse(
            status: .init(code: Int(response.status.code), reasonPhrase: response.status.reasonPhrase)
        )
        for (name, value) in response.headers {
            guard let name = HTTPField.Name(name) else { continue }
            head.headerFields.append(HTTPField(name: name, value: value))
        }
        return head
    }
}
#endif
