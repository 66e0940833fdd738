// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

/// A typed link that a resource offers: an affordance, with its relation, type, name and target.
///
/// A view on its representation; strings are made when asked for.
public struct Link: Sendable {
    private enum Source: Sendable {
        /// A link element: its position in the store's link column.
        case record(Int)
        /// The link to itself that an href of its own implies.
        case itself(Resource)
        /// One that was set aside in a depot.
        case deposited(DepositedLink)
    }

    private let representation: Representation
    private let source: Source

    init(representation: Representation, index: Int) {
        self.representation = representation
        source = .record(index)
    }

    init?(itselfOf resource: Resource) {
        guard resource.href != nil else { return nil }
        representation = resource.representation
        source = .itself(resource)
    }

    init(_ deposited: DepositedLink, in representation: Representation) {
        self.representation = representation
        source = .deposited(deposited)
    }

    /// The link relation.
    public var rel: Rel {
        switch source {
        case .record(let index): Rel(representation.store.text(representation.store.link(index).rel))
        case .itself: .itself
        case .deposited(let link): link.rel
        }
    }

    /// The type, or nil if the link has none.
    public var type: LinkType? {
        switch source {
        case .record(let index):
            let symbol = representation.store.link(index).type
            return symbol == .none ? nil : LinkType(representation.store.text(symbol))
        case .itself(let resource): return resource.type
        case .deposited(let link): return link.type
        }
    }

    /// Whether the link has no type, or an empty one.
    var isUntyped: Bool { type.map { $0 == .none } ?? true }

    /// The name of the target, or nil if the link has none; may be empty.
    public var name: String? {
        switch source {
        case .record(let index):
            let range = representation.store.link(index).name
            return range.isPresent ? representation.store.text(range) : nil
        case .itself(let resource): return resource.label
        case .deposited(let link): return link.name
        }
    }

    /// The target.
    public var href: Href {
        switch source {
        case .record(let index): return representation.href(representation.store.link(index).href)
        case .itself(let resource):
            return resource.href ?? Href(text: "", url: nil, issuer: .nobody, provenance: .document)
        case .deposited(let link): return link.href
        }
    }

    /// The resource whose link it is; of one that came out of a ``LinkDepot``, the resource that the depot was opened at.
    public var owner: Resource {
        switch source {
        case .record(let index): Resource(representation, representation.store.link(index).owner)
        case .itself(let resource): resource
        case .deposited: representation.root
        }
    }

    /// The method by which it is followed, or nil if the profile knows none for its relation.
    public var verb: Verb? { representation.profile.verb(for: rel) }

    /// Whether its href tells a session id.
    public var isSecret: Bool {
        guard let logon = representation.profile.logon, rel != logon.create.rel else { return false }
        if type == logon.sessionType { return true }
        let owner = owner
        let isSession = owner.type == logon.sessionType || owner.name.lowercased() == logon.sessionElement.lowercased()
        guard isSession, let own = owner.href else { return false }
        return href.leads(toSameTargetAs: own)
    }
}
