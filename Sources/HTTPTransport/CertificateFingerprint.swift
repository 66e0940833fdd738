// SPDX-License-Identifier: Apache-2.0

#if Network
import Crypto

/// The SHA-256 digest of a whole certificate (DER), by which one exact certificate can be trusted.
public struct CertificateFingerprint: Hashable, Sendable, CustomStringConvertible {
    private let digest: [UInt8]

    /// The fingerprint of a certificate.
    ///
    /// - Parameter der: the whole certificate, DER encoded.
    public init(der: [UInt8]) {
        digest = Array(SHA256.hash(data: der))
    }

    /// Reads `sha256:` and 64 hex digits; upper or lower case, with or without colons between the bytes.
    ///
    /// Returns nil for anything else, so that a mistyped pin is found before a connection is opened.
    public init?(_ text: String) {
        let prefix = "sha256:"
        guard text.lowercased().hasPrefix(prefix) else { return nil }
        var nibbles: [UInt8] = []
        for character in text.dropFirst(prefix.count) where character != ":" {
            guard character.isASCII, let value = character.hexDigitValue else { return nil }
            nibbles.append(UInt8(value))
        }
        guard nibbles.count == SHA256.byteCount * 2 else { return nil }
        digest = stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
    }

    /// `sha256:` and the digest in lower-case hex, as ``init(_:)`` reads it.
    public var description: String {
        let digits = Array("0123456789abcdef")
        return digest.reduce(into: "sha256:") { text, byte in
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
    }
}
#endif
