// SPDX-License-Identifier: Apache-2.0

/// What body a link takes.
public struct BodyRule: Hashable, Sendable {
    /// The link relation.
    public var rel: Rel
    /// The link type; nil if the link has none or it does not matter.
    public var type: LinkType?
    /// The element that offers the link; nil means any.
    public var owner: String?
    /// The root element of the body in XML; nil if it is not known, which leaves JSON.
    public var root: String?
    /// Which part of the body the owner of the link decides on; nil if none.
    public var branch: BodyBranch?
    /// Where the fact comes from.
    public var source: String

    /// A rule.
    public init(
        rel: Rel,
        type: LinkType? = nil,
        owner: String? = nil,
        root: String?,
        branch: BodyBranch? = nil,
        source: String
    ) {
        self.rel = rel
        self.type = type
        self.owner = owner
        self.root = root
        self.branch = branch
        self.source = source
    }

    /// Whether the rule is about this link.
    public func applies(to link: Link) -> Bool {
        rel == link.rel && (type == nil || type == link.type)
            && (owner == nil || owner?.lowercased() == link.owner.name.lowercased())
    }
}
