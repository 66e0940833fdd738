// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// One request and its answer, as a trace shows it: secrets masked, the origin left out.
public struct Hop: Hashable, Sendable, Codable {
    /// The number of the request on this connection, from 1.
    public let number: Int
    /// The relation that was followed.
    public let rel: String
    /// The type of the link, if it has one.
    public let type: String?
    /// The method.
    public let verb: String
    /// Path and query as requested, session ids masked.
    public let target: String
    /// The status of the answer; nil if none came.
    public let status: Int?
    /// How long the exchange took, in milliseconds.
    public let milliseconds: Int
    /// The size of the answer, in bytes.
    public let bytes: Int
    /// The code of what went wrong, if something did.
    public let failure: String?
    /// What was noticed that does not stop the walk.
    public let findings: [Finding]

    /// A hop.
    public init(
        number: Int,
        rel: String,
        type: String?,
        verb: String,
        target: String,
        status: Int?,
        milliseconds: Int,
        bytes: Int,
        failure: String? = nil,
        findings: [Finding] = []
    ) {
        self.number = number
        self.rel = rel
        self.type = type
        self.verb = verb
        self.target = target
        self.status = status
        self.milliseconds = milliseconds
        self.bytes = bytes
        self.failure = failure
        self.findings = findings
    }
}
