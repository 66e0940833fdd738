// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// One link that a crawl followed, and what came of it; it holds no URL.
public struct Visit: Hashable, Sendable {
    /// How following a link ended.
    public enum Outcome: Hashable, Sendable {
        /// With a representation, whose root has this name.
        case read(status: Int, root: String)
        /// Without: the code of the error and, if an answer came, its status.
        case failed(ErrorCode, status: Int?, message: String)
    }

    /// The walk that leads over the link.
    public let path: RelPath
    /// Whether ``path`` selects the link alone.
    public let isExact: Bool
    /// How many links lead there, this one included.
    public let depth: Int
    /// The type of the link; nil if it has none.
    public let type: LinkType?
    /// What came of it.
    public let outcome: Outcome
    /// What was noticed while reading.
    public let findings: [Finding]

    /// A visit.
    public init(
        path: RelPath,
        isExact: Bool,
        depth: Int,
        type: LinkType?,
        outcome: Outcome,
        findings: [Finding] = []
    ) {
        self.path = path
        self.isExact = isExact
        self.depth = depth
        self.type = type
        self.outcome = outcome
        self.findings = findings
    }
}
