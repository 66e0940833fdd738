// SPDX-License-Identifier: Apache-2.0

/// What an action does beside what it is asked for.
public struct DangerRule: Hashable, Sendable {
    /// The link relation.
    public var rel: Rel
    /// The link type; nil means any.
    public var type: LinkType?
    /// The element that offers the link; nil means any.
    public var owner: String?
    /// One sentence for the person who decides.
    public var text: String
    /// Where the fact comes from.
    public var source: String

    /// A rule.
    public init(rel: Rel, type: LinkType? = nil, owner: String? = nil, text: String, source: String) {
        self.rel = rel
        self.type = type
        self.owner = owner
        self.text = text
        self.source = source
    }

    /// Whether the rule is about this link.
    public func applies(to link: Link) -> Bool {
        rel == link.rel && (type == nil || type == link.type)
            && (owner == nil || owner?.lowercased() == link.owner.name.lowercased())
    }
}
