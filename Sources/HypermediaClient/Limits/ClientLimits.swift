// SPDX-License-Identifier: Apache-2.0

public import NodeStore

/// What a client accepts of a server; every limit has a name that errors repeat.
public struct ClientLimits: Hashable, Sendable {
    /// `response-bytes`: the size of one answer.
    ///
    /// Default 256 MiB.
    public var responseBytes: Int
    /// `redirects`: how many redirects in a row are followed.
    ///
    /// Default 5.
    public var redirects: Int
    /// `request-timeout`: how long one exchange may take.
    ///
    /// Default 60 s.
    public var requestTimeout: Duration
    /// `condition-targets`: how many targets are read to test a condition on their content.
    ///
    /// Default 200.
    public var conditionTargets: Int
    /// `passage-bytes`: from how many bytes on a long document is read in passages, where whoever asks for it can do
    /// with passages.
    ///
    /// Default 1 MiB; at least 1.
    public var passageBytes: Int {
        didSet { passageBytes = max(1, passageBytes) }
    }
    /// What one document may have.
    public var document: ReadLimits

    /// Limits; each has a default.
    public init(
        responseBytes: Int = 256 << 20,
        redirects: Int = 5,
        requestTimeout: Duration = .seconds(60),
        conditionTargets: Int = 200,
        passageBytes: Int = 1 << 20,
        document: ReadLimits = .standard
    ) {
        self.responseBytes = responseBytes
        self.redirects = redirects
        self.requestTimeout = requestTimeout
        self.conditionTargets = conditionTargets
        self.passageBytes = max(1, passageBytes)
        self.document = document
    }
}
