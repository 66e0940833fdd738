// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Crypto
internal import NIOSSL
internal import SwiftASN1
internal import X509

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A certificate for a server on this machine, made on the spot; its keys stay in memory.
///
/// It names `localhost`, `127.0.0.1` and `::1`, and holds from an hour ago for seven days, so that neither a clock
/// that is a little off nor a forgotten authority in a trust store does harm.
public struct LoopbackIdentity: Sendable {
    /// Who vouches for the server.
    public enum Issuer: Sendable {
        /// An authority made for this one server.
        case authority
        /// The server itself, as Enterprise Manager does by default (inferred).
        case itself
    }

    /// What a client has to trust, as PEM: the authority, or the certificate itself where it signed itself.
    public let certificateAuthorityPEM: String
    /// `sha256:` and the hex digest of the server's own certificate (DER), for pinning.
    public let fingerprint: String

    let chain: [NIOSSLCertificate]
    let key: NIOSSLPrivateKey

    /// Makes keys and certificates.
    ///
    /// - Parameters:
    ///   - hosts: further names or IPv4 addresses by which the server will be called.
    ///   - issuer: who vouches for it.
    /// - Throws: an error of the certificate library; none is expected.
    public init(hosts: [String] = [], issuer: Issuer = .authority) throws {
        let now = Date.now
        let leafKey = P256.Signing.PrivateKey()
        let leafName = try DistinguishedName { CommonName("localhost") }
        let subject = Self.Party(name: leafName, key: leafKey)
        let leaf: Certificate
        let root: Certificate
        switch issuer {
        case .itself:
            leaf = try Self.leaf(of: subject, signedBy: subject, hosts: hosts, now: now)
            root = leaf
            chain = [try Self.nio(leaf)]
        case .authority:
            let name = try DistinguishedName { CommonName("Simulator CA, made on start") }
            let authority = Self.Party(name: name, key: P256.Signing.PrivateKey())
            leaf = try Self.leaf(of: subject, signedBy: authority, hosts: hosts, now: now)
            root = try Self.root(of: authority, now: now)
            chain = [try Self.nio(leaf), try Self.nio(root)]
        }
        key = try NIOSSLPrivateKey(bytes: Array(leafKey.pemRepresentation.utf8), format: .pem)
        certificateAuthorityPEM = try root.serializeAsPEM().pemString + "\n"
        fingerprint = try Self.fingerprint(of: leaf)
    }

    private struct Party {
        let name: DistinguishedName
        let key: P256.Signing.PrivateKey
    }

    private static func root(of authority: Party, now: Date) throws -> Certificate {
        let publicKey = Certificate.PublicKey(authority.key.publicKey)
        let extensions = try Certificate.Extensions {
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
            Critical(KeyUsage(keyCertSign: true, cRLSign: true))
            SubjectKeyIdentifier(hash: publicKey)
        }
        return try certificate(of: authority, signedBy: authority, now: now, extensions: extensions)
    }

    private static func leaf(of subject: Party, signedBy issuer: Party, hosts: [String], now: Date) throws
        -> Certificate
    {
        let names = try Certificate.Extensions {
            Critical(BasicConstraints.notCertificateAuthority)
            Critical(KeyUsage(digitalSignature: true))
            try ExtendedKeyUsage([.serverAuth])
            SubjectAlternativeNames(
                [
                    .dnsName("localhost"),
                    .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
                    .ipAddress(ASN1OctetString(contentBytes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])),
                ] + hosts.map(generalName)
            )
        }
        return try certificate(of: subject, signedBy: issuer, now: now, extensions: names)
    }

    private static func certificate(
        of subject: Party,
        signedBy issuer: Party,
        now: Date,
        extensions: Certificate.Extensions
    ) throws -> Certificate {
        try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(),
            publicKey: .init(subject.key.publicKey),
            notValidBefore: now.addingTimeInterval(-60 * 60),
            notValidAfter: now.addingTimeInterval(7 * 24 * 60 * 60),
            issuer: issuer.name,
            subject: subject.name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: extensions,
            issuerPrivateKey: .init(issuer.key)
        )
    }

    private static func generalName(_ host: String) -> GeneralName {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { UInt8($0) }
        guard parts.count == 4, bytes.count == 4 else { return .dnsName(host) }
        return .ipAddress(ASN1OctetString(contentBytes: bytes[...]))
    }

    private static func nio(_ certificate: Certificate) throws -> NIOSSLCertificate {
        try NIOSSLCertificate(bytes: certificate.serializeAsPEM().derBytes, format: .der)
    }

    private static func fingerprint(of certificate: Certificate) throws -> String {
        let digits = Array("0123456789abcdef")
        return try SHA256.hash(data: certificate.serializeAsPEM().derBytes).reduce(into: "sha256:") { text, byte in
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
    }
}
#endif
