// SPDX-License-Identifier: Apache-2.0

#if Network
internal import NIOCore
internal import NIOSSL
internal import Synchronization

/// Looks at every new connection before it may carry a request.
///
/// The client library offers no verification callback, but a hook that runs after the handshake and before the
/// connection is handed to its pool: a connection that the hook refuses never sees a byte of a request.
final class ConnectionGate: Sendable {
    /// Why a connection was refused.
    struct Refusal: Error {
        /// What the server showed (DER), or nil on a connection without TLS.
        let shown: [UInt8]?
        /// Whether a pin was set, as opposed to certificates read from PEM.
        let isPinned: Bool
    }

    private let exact: Set<CertificateFingerprint>?
    private let isPinned: Bool
    private let opened = Atomic<Bool>(false)

    /// A gate.
    ///
    /// - Parameters:
    ///   - exact: the only certificates to let through, or nil if TLS itself has checked the chain.
    ///   - isPinned: whether they come from a pin, which a connection without TLS does not fit either.
    init(exact: Set<CertificateFingerprint>?, isPinned: Bool) {
        self.exact = exact
        self.isPinned = isPinned
    }

    /// Whether any connection was let through; as long as none was, nothing can have been sent.
    var hasOpened: Bool { opened.load(ordering: .acquiring) }

    /// Lets a connection through, or refuses and closes it.
    ///
    /// Runs on the connection's event loop.
    func admit(_ channel: any Channel) -> EventLoopFuture<Void> {
        if let exact {
            let tls = try? channel.pipeline.syncOperations.handler(type: NIOSSLHandler.self)
            let shown = tls?.peerCertificate.flatMap { try? $0.toDERBytes() }
            let isPlain = tls == nil && !isPinned
            guard isPlain || shown.map({ exact.contains(CertificateFingerprint(der: $0)) }) == true else {
                // Later, not now: the pool must hear of the refusal before it hears that the connection is gone.
                channel.eventLoop.execute { channel.close(promise: nil) }
                return channel.eventLoop.makeFailedFuture(Refusal(shown: shown, isPinned: isPinned))
            }
        }
        opened.store(true, ordering: .releasing)
        return channel.eventLoop.makeSucceededVoidFuture()
    }

    /// Refuses a connection of a protocol that was not asked for.
    func refuse(_ channel: any Channel) -> EventLoopFuture<Void> {
        channel.eventLoop.execute { channel.close(promise: nil) }
        return channel.eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
    }
}
#endif
