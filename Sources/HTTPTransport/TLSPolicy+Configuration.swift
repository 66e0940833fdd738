// SPDX-License-Identifier: Apache-2.0

#if Network
internal import HypermediaClient
internal import NIOSSL

extension TLSPolicy {
    /// The settings of TLS that go with the policy; a pin is compared by ``ConnectionGate``.
    func tlsConfiguration() throws(TransportFailure) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        switch rule {
        case .systemRoots:
            configuration.trustRoots = .default
        case .authorityFile(let path):
            configuration.trustRoots = .certificates(
                try Self.certificates("the file \(path)") { try NIOSSLCertificate.fromPEMFile(path) }
            )
        case .authorityBytes(let bytes):
            configuration.trustRoots = .certificates(
                try Self.certificates("the given PEM") { try NIOSSLCertificate.fromPEMBytes(bytes) }
            )
        case .pin, .insecure:
            // The chain is not checked, but the handshake still proves that the server holds the key.
            configuration.certificateVerification = .none
        }
        return configuration
    }

    private static func certificates(
        _ source: String,
        read: () throws -> [NIOSSLCertificate]
    ) throws(TransportFailure) -> [NIOSSLCertificate] {
        // Without this check an empty file would leave nothing to trust, and the complaint would be about the server.
        if let certificates = try? read(), !certificates.isEmpty { return certificates }
        throw TransportFailure(
            .tls,
            "No certificate can be read from \(source): it must be readable and hold at least one PEM certificate.",
            requestMayHaveBeenSent: false
        )
    }
}
#endif
