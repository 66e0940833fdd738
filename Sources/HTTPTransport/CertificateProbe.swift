// SPDX-License-Identifier: Apache-2.0

#if Network
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import Synchronization

/// Asks a server for its certificate, and sends nothing else.
struct CertificateProbe {
    private final class Captured: Sendable {
        let leaf = Mutex<[UInt8]?>(nil)
    }

    let host: String
    let port: Int
    let limit: TimeAmount

    /// The certificate that the server shows (DER), or nil if none could be had.
    ///
    /// The handshake is broken off as soon as the certificate is there, so that nothing follows it.
    func leaf(group: any EventLoopGroup) async -> [UInt8]? {
        let captured = Captured()
        let isAddress = (try? SocketAddress(ipAddress: host, port: port)) != nil
        let serverName = isAddress ? nil : host
        guard let context = try? NIOSSLContext(configuration: .makeClientConfiguration()) else { return nil }
        let bootstrap = ClientBootstrap(group: group)
            .connectTimeout(limit)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = try NIOSSLClientHandler(
                        context: context,
                        serverHostname: serverName,
                        customVerificationCallback: { chain, verdict in
                            let leaf = chain.first.flatMap { try? $0.toDERBytes() }
                            captured.leaf.withLock { $0 = leaf }
                            verdict.succeed(.failed)
                        }
                    )
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
        guard let channel = try? await bootstrap.connect(host: host, port: port).get() else { return nil }
        let timer = channel.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
        await withTaskCancellationHandler {
            try? await channel.closeFuture.get()
        } onCancel: {
            channel.close(promise: nil)
        }
        timer.cancel()
        return captured.leaf.withLock { $0 }
    }
}
#endif
