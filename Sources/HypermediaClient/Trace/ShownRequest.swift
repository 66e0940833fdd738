// SPDX-License-Identifier: Apache-2.0

/// A request that is about to be sent, as a person may see it: secrets masked.
///
/// Every request is told so, redirects and repetitions too; ``Hop`` tells what came of it.
public struct ShownRequest: Hashable, Sendable {
    /// A header, secrets masked.
    public struct Header: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The value.
        public let value: String

        /// A header.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The method.
    public let verb: String
    /// The origin that is connected to.
    public let origin: String
    /// Path and query, secrets masked.
    public let target: String
    /// The headers that a client of this API sets; credentials are in ``user`` instead.
    public let headers: [Header]
    /// Who logs on by this request; nil for all others.
    public let user: String?
    /// The body, secrets masked; nil for none.
    public let body: String?

    /// A request.
    public init(
        verb: String,
        origin: String,
        target: String,
        headers: [Header] = [],
        user: String? = nil,
        body: String? = nil
    ) {
        self.verb = verb
        self.origin = origin
        self.target = target
        self.headers = headers
        self.user = user
        self.body = body
    }

    /// What stands in place of a secret.
    public static var mask: String { SecretMask.mask }
}
