// SPDX-License-Identifier: Apache-2.0

public import HTTPTypes

/// The answer to a ``TransportRequest``: its head, and a body that may still be arriving.
public struct TransportResponse: Sendable {
    /// Status and headers.
    public var head: HTTPResponse
    /// The body.
    public var body: ResponseBody

    /// An answer.
    public init(head: HTTPResponse, body: ResponseBody) {
        self.head = head
        self.body = body
    }
}
