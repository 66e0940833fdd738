// SPDX-License-Identifier: Apache-2.0

#if Network
internal import HypermediaClient
internal import NIOCore
internal import NIOSSL
internal import SwiftASN1
internal import X509

extension TLSPolicy {
    /// What the policy comes to.
    struct Resolved {
        /// The settings of TLS.
        var configuration: TLSConfiguration
        /// The only certificates that ``ConnectionGate`` lets through, or nil if the chain is checked instead.
        var exact: Set<CertificateFingerprint>?
    }

    /// Reads what the policy names.
    func resolved() throws(TransportFailure) -> Resolved {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        // Whoever hangs does not say goodbye either; the default of five seconds would be spent on each Ctrl-C.
        configuration.shutdownTimeout = .milliseconds(250)
        switch rule {
        case .systemRoots:
            configuration.trustRoots = .default
        case .authorityFile(let path):
            let certificates = try Self.certificates("the file \(path)") { try NIOSSLCertificate.fromPEMFile(path) }
            return Self.trusting(certificates, configuration)
        case .authorityBytes(let bytes):
            let certificates = try Self.certificates("the given PEM") { try NIOSSLCertificate.fromPEMBytes(bytes) }
            return Self.trusting(certificates, configuration)
        case .pin(let fingerprint):
            // The chain is not checked, but the handshake still proves that the server holds the key.
            configuration.certificateVerification = .none
            return Resolved(configuration: configuration, exact: [fingerprint])
        case .insecure:
            configuration.certificateVerification = .none
        }
        return Resolved(configuration: configuration)
    }

    /// Trusts authorities for what they sign, and certificates that may not sign for themselves only.
    ///
    /// The second is what a person has who exported the self-signed certificate of a server: BoringSSL would never
    /// take it as its own issuer where its key usage does not allow signing (observed).
    private static func trusting(_ certificates: [NIOSSLCertificate], _ base: TLSConfiguration) -> Resolved {
        var configuration = base
        guard certificates.allSatisfy({ !maySign($0) }) else {
            configuration.trustRoots = .certificates(certificates)
            return Resolved(configuration: configuration)
        }
        configuration.certificateVerification = .none
        let exact = certificates.compactMap { try? CertificateFingerprint(der: $0.toDERBytes()) }
        return Resolved(configuration: configuration, exact: Set(exact))
    }

    private static func maySign(_ certificate: NIOSSLCertificate) -> Bool {
        guard let parsed = try? X509.Certificate(derEncoded: certificate.toDERBytes()) else { return true }
        if let usage = try? parsed.extensions.keyUsage, !usage.keyCertSign { return false }
        if case .notCertificateAuthority = try? parsed.extensions.basicConstraints { return false }
        return true
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
