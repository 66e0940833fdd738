// SPDX-License-Identifier: Apache-2.0

/// Selects one link among the own links of a resource, by relation, type, name and what the target holds.
///
/// Position never counts. Relation, type and name compare exactly.
public struct LinkSelector: Hashable, Sendable, CustomStringConvertible {
    /// The relation.
    public var rel: Rel
    /// The type; nil if any will do, empty (``LinkType/none``) if the link must have none.
    public var type: LinkType?
    /// The name; nil if any will do.
    public var name: String?
    /// What the target must hold; the client reads each target to find out.
    public var target: [PropertyCondition]
    /// How many links it may find.
    public var cardinality: Cardinality

    /// A selector.
    public init(
        rel: Rel,
        type: LinkType? = nil,
        name: String? = nil,
        target: [PropertyCondition] = [],
        cardinality: Cardinality = .one
    ) {
        self.rel = rel
        self.type = type
        self.name = name
        self.target = target
        self.cardinality = cardinality
    }

    /// The step of a link path that selects the same.
    public var description: String { RelPath.Step.follow(self).description }

    /// The own links of a resource that fit, the content of targets aside.
    ///
    /// Links that are the same in relation, type, name and href count once. `self` is the link that the resource's
    /// own href implies.
    public func matches(in resource: Resource) -> [Link] {
        if rel == .itself { return resource.selfLink.map { [$0] } ?? [] }
        let sameRel = resource.links.filter { $0.rel == rel && (name == nil || $0.name == name) }
        guard let type else { return distinct(sameRel) }
        if type == .none { return distinct(sameRel.filter(\.isUntyped)) }
        let typed = sameRel.filter { $0.type == type }
        return distinct(typed.isEmpty ? hinted(sameRel.filter(\.isUntyped), of: resource, as: type) : typed)
    }

    /// The one link that fits, or as many as the cardinality allows, the content of targets aside.
    ///
    /// - Throws: ``HypermediaError`` with code ``ErrorCode/linkMissing`` or ``ErrorCode/linkAmbiguous``, the candidates,
    ///   the nearest spelling and what may be wrong.
    public func select(in resource: Resource) throws(HypermediaError) -> [Link] {
        try check(matches(in: resource), in: resource)
    }

    /// The one link that fits.
    ///
    /// - Throws: as ``select(in:)``; also if the cardinality would allow none.
    public func selectOne(in resource: Resource) throws(HypermediaError) -> Link {
        var strict = self
        strict.cardinality = .one
        let found = try strict.select(in: resource)
        guard let link = found.first else { throw LinkExplanation(self, in: resource).missing() }
        return link
    }

    /// Returns links that fit if there are as many as the cardinality allows.
    ///
    /// - Throws: as ``select(in:)``.
    public func check(_ links: [Link], in resource: Resource) throws(HypermediaError) -> [Link] {
        switch (cardinality, links.count) {
        case (.one, 0), (.optional, 0):
            // Links that only a hint could tell apart, and it could not: none of them may be taken, none ruled out.
            let indistinct = indistinct(in: resource)
            if indistinct.count > 1 { throw LinkExplanation(self, in: resource).ambiguous(indistinct) }
            guard cardinality == .optional else { throw LinkExplanation(self, in: resource).missing() }
            return links
        case (.one, 2...), (.optional, 2...): throw LinkExplanation(self, in: resource).ambiguous(links)
        default: return links
        }
    }

    /// The untyped links among which a hint was to find the one asked for, and found none.
    private func indistinct(in resource: Resource) -> [Link] {
        guard let type, hint(of: resource, as: type) != nil, matches(in: resource).isEmpty else { return [] }
        return LinkSelector(rel: rel, type: LinkType.none, name: name).matches(in: resource)
    }

    private func hint(of resource: Resource, as alias: LinkType) -> LinkHint? {
        resource.representation.profile.hints.first { hint in
            hint.rel == rel && hint.alias == alias && hint.owner.lowercased() == resource.name.lowercased()
        }
    }

    /// Untyped links that a hint of the profile recognises by their target.
    private func hinted(_ links: [Link], of resource: Resource, as alias: LinkType) -> [Link] {
        guard !links.isEmpty, let hint = hint(of: resource, as: alias) else { return [] }
        if let sameTarget = hint.sameTarget {
            let targets = sameTarget.matches(in: resource).map(\.href)
            return links.filter { link in
                let href = link.href
                return targets.contains { $0.leads(toSameTargetAs: href, ignoringQuery: true) }
            }
        }
        guard let text = hint.hrefHint?.lowercased(), !text.isEmpty else { return [] }
        return links.filter { $0.href.text.lowercased().contains(text) }
    }

    private func distinct(_ links: [Link]) -> [Link] {
        guard links.count > 1 else { return links }
        var known: Set<LinkIdentity> = []
        return links.filter { known.insert(LinkIdentity($0)).inserted }
    }
}
