// SPDX-License-Identifier: Apache-2.0

/// A link or item that could have been meant, with the step of a link path that would select it.
public struct Candidate: Hashable, Sendable, Codable {
    /// The link relation, or nil for an item.
    public let rel: String?
    /// The type, if it has one.
    public let type: String?
    /// The name, if it has one.
    public let name: String?
    /// A step that selects this one, or nil if nothing but its position or href tells it apart.
    public let selector: String?

    /// A candidate.
    public init(rel: String?, type: String?, name: String?, selector: String?) {
        self.rel = rel
        self.type = type
        self.name = name
        self.selector = selector
    }
}
