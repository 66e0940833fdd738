// SPDX-License-Identifier: Apache-2.0

public import HypermediaClient

/// How a server answered when a link was followed.
public struct Refusal: Hashable, Sendable {
    /// The status.
    public let status: Int
    /// The server's words; nil if it said nothing.
    public let said: String?

    /// A refusal.
    public init(status: Int, said: String? = nil) {
        self.status = status
        self.said = said
    }

    /// What an error says of it; nil if no answer came.
    public init?(_ error: ClientError) {
        guard let status = error.status, status >= 400 else { return nil }
        self.init(status: status, said: error.message)
    }
}
