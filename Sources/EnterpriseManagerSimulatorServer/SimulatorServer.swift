// SPDX-License-Identifier: Apache-2.0

#if Network
internal import HummingbirdCore
internal import HummingbirdTLS
public import HypermediaClient
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import NIOSSL

/// Puts a ``Transport`` that answers in process behind a real socket on 127.0.0.1.
///
/// The transport gets every request as it was received. Where it throws a ``TransportFailure``, or where the body of
/// its answer does, the connection is dropped at that point, so that faults play over real sockets as they were
/// written. Nothing is logged.
///
/// ```swift
/// try await SimulatorServer(handler: simulator).withServer { address in
///     print("ready \(address.origin)")
/// }
/// ```
public struct SimulatorServer: Sendable {
    /// How the server speaks.
    public enum Security: Sendable {
        /// HTTP.
        case plain
        /// HTTPS, with a certificate made when the server starts.
        case generated
        /// HTTPS, with a certificate made before.
        case identity(LoopbackIdentity)
    }

    /// Why the server did not start.
    public struct StartFailure: Error, CustomStringConvertible {
        /// One sentence that says what happened.
        public let description: String
    }

    private let handler: any Transport
    private let port: Int
    private let security: Security

    /// A server that is not running yet.
    ///
    /// - Parameters:
    ///   - handler: answers the requests; it is called concurrently.
    ///   - port: the port to listen on; 0 lets the system pick one.
    ///   - security: how it speaks.
    public init(handler: any Transport, port: Int = 0, security: Security = .generated) {
        self.handler = handler
        self.port = port
        self.security = security
    }

    /// Serves until the task is cancelled; what is being answered then is given a second to end.
    ///
    /// - Parameter onReady: called once, when connections are accepted. If it throws, the server stops.
    /// - Throws: ``StartFailure`` if the port cannot be had, and what `onReady` throws.
    public func run(onReady: (ServerAddress) async throws -> Void) async throws {
        try await withServer { address in
            try await onReady(address)
            while !Task.isCancelled { try? await Task.sleep(for: .seconds(24 * 60 * 60)) }
        }
    }

    /// Serves as long as `body` runs.
    ///
    /// Also when the task is cancelled the server stays until `body` has returned, so that a client in it can still
    /// log off.
    ///
    /// - Parameters:
    ///   - isolation: the actor on which `body` runs; the caller's unless said otherwise.
    ///   - body: what to do while the server runs.
    /// - Returns: what `body` returned.
    /// - Throws: ``StartFailure`` if the port cannot be had, and what `body` throws.
    public func withServer<R>(
        isolation: isolated (any Actor)? = #isolation,
        _ body: (ServerAddress) async throws -> R
    ) async throws -> R {
        let identity: LoopbackIdentity?
        switch security {
        case .plain: identity = nil
        case .generated: identity = try LoopbackIdentity()
        case .identity(let given): identity = given
        }
        let responder = TransportResponder(handler: handler, scheme: identity == nil ? "http" : "https")
        let channel = HTTP1Channel(responder: { request, writer, _ in
            try await responder.respond(to: request, with: writer)
        })
        guard let identity else { return try await serve(channel, identity: nil, body) }
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: identity.chain.map { .certificate($0) },
            privateKey: .privateKey(identity.key)
        )
        tls.minimumTLSVersion = .tlsv12
        tls.shutdownTimeout = .milliseconds(250)
        return try await serve(TLSChannel(channel, tlsConfiguration: tls), identity: identity, body)
    }

    private func serve<R, C: ServerChildChannel>(
        _ channel: C,
        identity: LoopbackIdentity?,
        isolation: isolated (any Actor)? = #isolation,
        _ body: (ServerAddress) async throws -> R
    ) async throws -> R {
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let server = Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { announce.yield($0.localAddress?.port ?? 0) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: Logger(label: "simulator", factory: { _ in SwiftLogNoOpLogHandler() })
        )
        // A task of its own, because cancelling the caller must not take the server from under `body`. It does not
        // outlive this call: every way out of here ends it and waits for it.
        let serving = Task {
            defer { announce.finish() }
            try await server.run()
        }
        guard let bound = await Self.first(of: ports, orCancel: serving) else {
            _ = await serving.result
            try Task.checkCancellation()
            throw StartFailure(description: "Port \(port) on 127.0.0.1 cannot be had: choose another, or 0 for any.")
        }
        let address = ServerAddress(
            scheme: identity == nil ? "http" : "https",
            host: "127.0.0.1",
            port: bound,
            certificateAuthorityPEM: identity?.certificateAuthorityPEM,
            fingerprint: identity?.fingerprint
        )
        do {
            let result = try await body(address)
            await Self.stop(server, serving)
            return result
        } catch {
            await Self.stop(server, serving)
            throw error
        }
    }

    private static func first(of ports: AsyncStream<Int>, orCancel serving: Task<Void, any Error>) async -> Int? {
        for await port in ports { return port }
        serving.cancel()
        return nil
    }

    /// Lets answers under way end, for a second, and then cuts them off.
    private static func stop<C: ServerChildChannel>(_ server: Server<C>, _ serving: Task<Void, any Error>) async {
        // In a task of its own, because the caller's may be cancelled, and the grace with it.
        let stopping = Task {
            await withTaskGroup { group in
                group.addTask {
                    try? await server.shutdownGracefully()
                }
                group.addTask {
                    if (try? await Task.sleep(for: .seconds(1))) != nil { serving.cancel() }
                }
                await group.next()
                group.cancelAll()
            }
        }
        await stopping.value
        _ = await serving.result
    }
}
#endif
