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
    struct PinMismatch: Error {
        /// What the server showed (DER), or nil on a connection without TLS.
        let shown: [UInt8]?
    }

    private let pin: CertificateFingerprint?
    private let opened = Atomic<Bool>(false)

    init(_ policy: TLSPolicy) {
        if case .pin(let fingerprint) = policy.rule { pin = fingerprint } else { pin = nil }
    }

    /// Whether any connection was let through; as long as none was, nothing can have been sent.
    var hasOpened: Bool { opened.load(ordering: .acquiring) }

    /// Lets a connection through, or refuses and closes it. Runs on the connection's event loop.
    func admit(_ channel: any Channel) -> EventLoopFuture<Void> {
        if let pin {
            let shown = (try? channel.pipeline.syncOperations.nioSSL_peerCertificate())?.flatMap { try? $0.toDERBytes() }
            guard let shown, CertificateFingerprint(der: shown) == pin else {
                // Later, not now: the pool must hear of the refusal before it hears that the connection is gone.
                channel.eventLoop.execute { channel.close(promise: nil) }
                return channel.eventLoop.makeFailedFuture(PinMismatch(shown: shown))
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
