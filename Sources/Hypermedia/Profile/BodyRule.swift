// SPDX-License-Identifier: Apache-2.0

/// What body a link takes.
public struct BodyRule: Hashable, Sendable {
    /// The link relation.
    public var rel: Rel
    /// The link type, or the name that a ``LinkHint`` gives to an untyped link; nil if it does not matter.
    public var type: LinkType?
    /// The element that offers the link; nil means any.
    public var owner: String?
    /// The root element of the body in XML; nil if it is not known, which leaves JSON.
    public var root: String?
    /// Elements that the body may be instead, or, where ``root`` is not known, those that describe it; the likeliest
    /// first.
    public var alternatives: [String]
    /// Whether the link can be followed without a body as well.
    public var isOptional: Bool
    /// Whether the body is the resource that offers the link, with changes.
    public var takesOwner: Bool
    /// Which part of the body the owner of the link decides on; nil if none.
    public var branch: BodyBranch?
    /// What else a person should know, in one sentence; nil if nothing.
    public var note: String?
    /// Where the fact comes from.
    public var source: String

    /// A rule.
    public init(
        rel: Rel,
        type: LinkType? = nil,
        owner: String? = nil,
        root: String?,
        alternatives: [String] = [],
        isOptional: Bool = false,
        takesOwner: Bool = false,
        branch: BodyBranch? = nil,
        note: String? = nil,
        source: String
    ) {
        self.rel = rel
        self.type = type
        self.owner = owner
        self.root = root
        self.alternatives = alternatives
        self.isOptional = isOptional
        self.takesOwner = takesOwner
        self.branch = branch
        self.note = note
        self.source = source
    }

    /// Every element that describes the body, the likeliest first.
    public var elements: [String] { (root.map { [$0] } ?? []) + alternatives }

    /// Whether the rule is about this link.
    public func applies(to link: Link) -> Bool {
        guard rel == link.rel, owner == nil || owner?.lowercased() == link.owner.name.lowercased() else {
            return false
        }
        guard let type else { return true }
        if link.type == type { return true }
        guard link.isUntyped else { return false }
        // A type that no link of this owner has may be a name that hints give to this one.
        return LinkSelector(rel: rel, type: type).matches(in: link.owner).map(LinkIdentity.init) == [LinkIdentity(link)]
    }
}
