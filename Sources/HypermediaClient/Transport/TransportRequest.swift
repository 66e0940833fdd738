// SPDX-License-Identifier: Apache-2.0

public import HTTPTypes

/// One HTTP request as a ``Transport`` gets it.
public struct TransportRequest: Sendable {
    /// Method, scheme, authority, path with query, and headers.
    public var head: HTTPRequest
    /// The body, or nil for none.
    public var body: [UInt8]?
    /// How long the whole exchange may take, the body included.
    public var timeout: Duration

    /// A request.
    public init(head: HTTPRequest, body: [UInt8]? = nil, timeout: Duration = .seconds(60)) {
        self.head = head
        self.body = body
        self.timeout = timeout
    }
}
