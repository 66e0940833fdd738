// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// What following a link brought.
public struct Answer: Sendable {
    /// The status, 200 to 299.
    public let status: Int
    /// The representation; nil if the answer has no body.
    ///
    /// Of a document that came in passages it is the last of them.
    public let representation: Representation?
    /// The body as received, if it was asked for.
    public let bytes: [UInt8]?
    /// The content type as received.
    public let contentType: String?
    /// The request and its answer as the trace shows them.
    public let hop: Hop
    /// Which logon session it belongs to, counted from 1; tasks die with theirs.
    public let generation: Int

    /// The resource that the answer is about, or nil if it has no body.
    public var resource: Resource? { representation?.root }
}
