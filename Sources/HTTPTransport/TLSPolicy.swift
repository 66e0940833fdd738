// SPDX-License-Identifier: Apache-2.0

#if Network
/// Which certificate of a server is good enough.
///
/// Enterprise Manager installs itself with a self-signed certificate (inferred), so that the
/// roots of the system seldom help: its authority, or better its pin, has to be named.
public struct TLSPolicy: Hashable, Sendable {
    enum Rule: Hashable, Sendable {
        case systemRoots
        case authorityFile(String)
        case authorityBytes([UInt8])
        case pin(CertificateFingerprint)
        case insecure
    }

    let rule: Rule

    var isPin: Bool {
        if case .pin = rule { true } else { false }
    }

    /// The roots that the system trusts; the certificate must name the host.
    public static let systemRoots = TLSPolicy(rule: .systemRoots)

    /// Any certificate at all.
    ///
    /// Whoever sits on the wire can read and change everything.
    public static let insecure = TLSPolicy(rule: .insecure)

    /// The certificates of a PEM file and no other roots; the certificate must name the host.
    ///
    /// Where none of them may sign others, as with the exported self-signed certificate of a server, exactly they
    /// are trusted, whatever they name.
    ///
    /// - Parameter file: the path of the file, read when the transport starts.
    public static func certificateAuthority(file: String) -> TLSPolicy { TLSPolicy(rule: .authorityFile(file)) }

    /// The certificates of a PEM document, as with ``certificateAuthority(file:)``.
    public static func certificateAuthority(pem: [UInt8]) -> TLSPolicy { TLSPolicy(rule: .authorityBytes(pem)) }

    /// Exactly one certificate, whoever signed it and whatever it names.
    ///
    /// It is compared on every connection, after the handshake has proved that the server holds its key and before
    /// a byte of a request is written. A plain connection shows no certificate and is refused.
    public static func pin(_ fingerprint: CertificateFingerprint) -> TLSPolicy { TLSPolicy(rule: .pin(fingerprint)) }
}
#endif
