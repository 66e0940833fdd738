// SPDX-License-Identifier: Apache-2.0

#if Network
import HTTPTypes
import HypermediaClient
import NIOCore
import NIOPosix

/// Sends the same bytes to whoever connects, as soon as a first byte of a request is there.
///
/// It says what no proper server would say.
struct RawServer {
    /// What is sent, in pieces.
    var pieces: [String]
    /// Whether the connection is closed afterwards.
    var closes = true

    /// Serves as long as `body` runs, which gets the port.
    func run<R>(isolation: isolated (any Actor)? = #isolation, _ body: (Int) async throws -> R) async throws -> R {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { [pieces, closes] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Speaker(pieces: pieces, closes: closes))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            let result = try await body(channel.localAddress?.port ?? 0)
            try await channel.close()
            return result
        } catch {
            try await channel.close()
            throw error
        }
    }

    private final class Speaker: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private var pieces: [String]
        private let closes: Bool

        init(pieces: [String], closes: Bool) {
            self.pieces = pieces
            self.closes = closes
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            for piece in pieces { context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: piece)), promise: nil) }
            pieces = []
            if closes { context.close(promise: nil) }
        }
    }
}

extension TransportRequest {
    /// A GET to a port of this machine.
    static func get(port: Int, scheme: String = "http", timeout: Duration = .seconds(300)) -> TransportRequest {
        let head = HTTPRequest(method: .get, scheme: scheme, authority: "127.0.0.1:\(port)", path: "/api/")
        return TransportRequest(head: head, timeout: timeout)
    }
}
#endif
