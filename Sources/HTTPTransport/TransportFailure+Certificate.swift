// SPDX-License-Identifier: Apache-2.0

#if Network
internal import HypermediaClient
internal import SwiftASN1
internal import X509

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TransportFailure.Certificate {
    /// What a certificate (DER) says of itself; only the fingerprint where it cannot be read.
    init(der: [UInt8]) {
        let fingerprint = CertificateFingerprint(der: der).description
        guard let certificate = try? X509.Certificate(derEncoded: der) else {
            self.init(fingerprint: fingerprint, subject: "", issuer: "", notBefore: "", notAfter: "")
            return
        }
        self.init(
            fingerprint: fingerprint,
            subject: "\(certificate.subject)",
            issuer: "\(certificate.issuer)",
            notBefore: certificate.notValidBefore.formatted(.iso8601),
            notAfter: certificate.notValidAfter.formatted(.iso8601)
        )
    }
}
#endif
