// SPDX-License-Identifier: Apache-2.0

/// Why no (complete) answer came.
public struct TransportFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure it is; more may be added.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The stable word for programs.
        public let rawValue: String
        /// A code by its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The name of the host is not known.
        public static let dns = Code(rawValue: "dns")
        /// Nothing accepts connections there.
        public static let refused = Code(rawValue: "connection-refused")
        /// The connection broke before the answer was complete.
        public static let closed = Code(rawValue: "connection-closed")
        /// The certificate is not trusted; ``TransportFailure/certificate`` tells what was shown.
        public static let untrusted = Code(rawValue: "tls-untrusted")
        /// The certificate is not the pinned one.
        public static let pinMismatch = Code(rawValue: "tls-pin-mismatch")
        /// TLS failed for another reason.
        public static let tls = Code(rawValue: "tls-failed")
        /// The exchange took longer than allowed.
        public static let timeout = Code(rawValue: "timeout")
        /// The task was cancelled.
        public static let cancelled = Code(rawValue: "cancelled")
        /// Anything else on the way.
        public static let network = Code(rawValue: "network")
    }

    /// What a server showed of its certificate, for a person to compare.
    public struct Certificate: Hashable, Sendable {
        /// `sha256:` and the hex digest of the whole certificate (DER), as `--pin` takes it.
        public var fingerprint: String
        /// Whom it names.
        public var subject: String
        /// Who signed it.
        public var issuer: String
        /// When it begins to hold, in ISO 8601.
        public var notBefore: String
        /// When it ceases to hold, in ISO 8601.
        public var notAfter: String

        /// What a server showed.
        public init(fingerprint: String, subject: String, issuer: String, notBefore: String, notAfter: String) {
            self.fingerprint = fingerprint
            self.subject = subject
            self.issuer = issuer
            self.notBefore = notBefore
            self.notAfter = notAfter
        }
    }

    /// What kind of failure it is.
    public let code: Code
    /// One sentence that says what happened.
    public let message: String
    /// Whether the request can have reached the server, so that a write may have had its effect.
    public let requestMayHaveBeenSent: Bool
    /// What the server showed, if ``code`` is about its certificate.
    public let certificate: Certificate?

    /// A failure.
    public init(
        _ code: Code,
        _ message: String,
        requestMayHaveBeenSent: Bool,
        certificate: Certificate? = nil
    ) {
        self.code = code
        self.message = message
        self.requestMayHaveBeenSent = requestMayHaveBeenSent
        self.certificate = certificate
    }

    /// The sentence.
    public var description: String { message }
}
