// SPDX-License-Identifier: Apache-2.0

/// What must hold for a resource to offer a link, or for following an offered one to work.
///
/// Nothing is decided by these rules: a link that is offered is followed. They are knowledge for explaining why one is
/// not there, or why it was refused.
public struct AvailabilityRule: Hashable, Sendable {
    /// What must hold.
    public enum Need: Hashable, Sendable {
        /// A property of the owner has one of these values.
        case property(PropertyPath, oneOf: [String])
        /// The latest of the resources that the owner leads to has a property with one of these values.
        case latest(LatestRule)
        /// The session speaks this version of the API, or a later one.
        case version(String)
        /// The account has one of these roles.
        case role([String])
        /// No way is known to make it appear.
        case never
        /// It may be absent, and what decides it is not documented.
        case undocumented
    }

    /// What does not work where the need is not met.
    public enum Effect: Hashable, Sendable {
        /// The link is not offered.
        case offered
        /// The link is offered, and following it fails.
        case accepted
    }

    /// How well founded a rule is.
    public enum Footing: String, Hashable, Sendable {
        /// The documentation says so.
        case documented
        /// It follows from what the documentation shows, or was seen.
        case inferred
        /// It may be so.
        case open
    }

    /// The elements that offer the link.
    public var owners: [String]
    /// The relation.
    public var rel: Rel
    /// The types that it is about; empty for all.
    public var types: [LinkType]
    /// What must hold.
    public var need: Need
    /// What does not work otherwise.
    public var effect: Effect
    /// How well founded the rule is.
    public var footing: Footing
    /// One sentence for people.
    public var text: String
    /// A link of the same owner that may be meant instead; nil if there is none.
    public var instead: LinkSelector?
    /// Where the fact comes from.
    public var source: String

    /// A rule.
    public init(
        owners: [String],
        rel: Rel,
        types: [LinkType] = [],
        need: Need,
        effect: Effect = .offered,
        footing: Footing = .documented,
        text: String,
        instead: LinkSelector? = nil,
        source: String
    ) {
        self.owners = owners
        self.rel = rel
        self.types = types
        self.need = need
        self.effect = effect
        self.footing = footing
        self.text = text
        self.instead = instead
        self.source = source
    }

    /// Whether it is about a link that somebody asks a resource for.
    public func applies(to selector: LinkSelector, of owner: Resource) -> Bool {
        guard rel == selector.rel, owners.contains(where: { $0.lowercased() == owner.name.lowercased() }) else {
            return false
        }
        guard !types.isEmpty, let type = selector.type else { return types.isEmpty }
        return types.contains(type)
    }
}
