// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// What goes wrong between a link and the answer to following it.
public struct ClientError: ActionableError {
    /// Which request it was about, as a person may see it: secrets masked.
    public struct Request: Hashable, Sendable, Codable {
        /// The method.
        public let verb: String
        /// Path and query.
        public let target: String
        /// The relation that was followed.
        public let rel: String
        /// The type of the link, if it has one.
        public let type: String?
    }

    /// The stable word for what went wrong.
    public let code: ErrorCode
    /// One sentence that says what went wrong.
    public let message: String
    /// What to do now, if there is something.
    public let hint: String?
    /// Which request it was about.
    public let request: Request?
    /// The status of the answer, if one came.
    public let status: Int?
    /// How long the server asks to wait, in seconds, if it does.
    public let retryAfter: Int?
    /// Whether a write may have had its effect although no answer tells.
    public let effectUnknown: Bool
    /// What the server showed of its certificate, if that is what it is about.
    public let certificate: TransportFailure.Certificate?

    init(
        _ code: ErrorCode,
        _ message: String,
        hint: String? = nil,
        request: Request? = nil,
        status: Int? = nil,
        retryAfter: Int? = nil,
        effectUnknown: Bool = false,
        certificate: TransportFailure.Certificate? = nil
    ) {
        self.code = code
        self.message = message
        self.hint = hint
        self.request = request
        self.status = status
        self.retryAfter = retryAfter
        self.effectUnknown = effectUnknown
        self.certificate = certificate
    }
}
