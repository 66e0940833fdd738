// SPDX-License-Identifier: Apache-2.0

/// Which resources are known to offer a link: knowledge for explaining why another one does not.
public struct OfferRule: Hashable, Sendable {
    /// The relation.
    public var rel: Rel
    /// The type, ``LinkType/none`` for a link that has none; nil if the type does not matter.
    public var type: LinkType?
    /// The elements that offer it.
    public var owners: [String]

    /// A rule.
    public init(rel: Rel, type: LinkType? = nil, owners: [String]) {
        self.rel = rel
        self.type = type
        self.owners = owners
    }

    /// Whether a selector asks for such a link.
    public func answers(_ selector: LinkSelector) -> Bool {
        rel == selector.rel && (type == nil || selector.type == nil || selector.type == type)
    }

    /// Whether a resource is one of those that offer it.
    public func isOffered(by resource: Resource) -> Bool {
        owners.contains { $0.lowercased() == resource.name.lowercased() }
    }
}
