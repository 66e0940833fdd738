// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient

/// Whether the link was asked of the wrong representation: of a reference instead of its entity, of a list instead of
/// one of its items.
struct PlaceCheck {
    let client: HypermediaClient

    /// A place that has the link, or where the search goes on.
    struct Finding {
        var cause: Cause
        /// The entity, where the other checks have more to say.
        var entity: Situation?
    }

    func check(_ situation: Situation) async throws -> Finding? {
        if situation.resource.isReference { return try await reference(situation) }
        return try await collection(situation)
    }

    private func reference(_ situation: Situation) async throws -> Finding? {
        guard let step = alternate(of: situation.resource),
            let link = try? step.selectOne(in: situation.resource), link.verb?.isSafe == true,
            let entity = try await read(link)
        else { return nil }
        let path = situation.sibling(step)
        let there = Situation(selector: situation.selector, resource: entity, path: path)
        let isThere = !situation.selector.matches(in: entity).isEmpty
        let type = situation.resource.type?.rawValue ?? ""
        let seen = situation.evidence(
            "It is a reference: its type is \(type).",
            property: situation.profile.identity.type,
            value: type
        )
        guard isThere else {
            let cause = Cause(
                .reference,
                .possible,
                "This is a reference, and most links are offered by its entity; but that has no such link either.",
                evidence: [seen, there.evidence("The entity offers no \(situation.selector).")],
                remedies: [Remedy(.look(path), "See what the entity offers.")]
            )
            return Finding(cause: cause, entity: there)
        }
        let cause = Cause(
            .reference,
            .certain,
            "This is a reference; the link is offered by its entity.",
            evidence: [seen, there.evidence("The entity offers \(situation.selector).")],
            remedies: [way(to: there)]
        )
        return Finding(cause: cause, entity: nil)
    }

    private func collection(_ situation: Situation) async throws -> Finding? {
        guard let item = situation.resource.items.first else { return nil }
        let picked = situation.resource.items.count == 1 ? nil : item.label
        let step: RelPath.Step =
            picked.map { .named($0) } ?? item.label.map { .named($0) } ?? .item(ItemSelector(where: []))
        let path = RelPath(steps: situation.path.steps + [step])
        var here = Situation(selector: situation.selector, resource: item, path: path)
        if situation.selector.matches(in: item).isEmpty {
            guard item.isReference, let step = alternate(of: item), let link = try? step.selectOne(in: item),
                link.verb?.isSafe == true, let entity = try await read(link),
                !situation.selector.matches(in: entity).isEmpty
            else { return nil }
            here = Situation(selector: situation.selector, resource: entity, path: here.sibling(step))
        }
        let count = situation.resource.items.count
        let cause = Cause(
            .collection,
            .certain,
            "This is a list of \(count); the link is offered by its items, so say which one.",
            evidence: [
                situation.evidence("It holds \(count) items."),
                here.evidence("This one of them offers \(situation.selector)."),
            ],
            remedies: [Remedy(.look(situation.path), "See the items and how each is picked."), way(to: here)]
        )
        return Finding(cause: cause, entity: nil)
    }

    private func way(to situation: Situation) -> Remedy {
        let path = situation.asked(at: situation.path)
        let isRead = situation.profile.verb(for: situation.selector.rel)?.isSafe ?? false
        return isRead
            ? Remedy(.look(path), "Follow it from there.") : Remedy(.perform(path), "Perform it from there.")
    }

    /// The step from a reference to its entity.
    private func alternate(of resource: Resource) -> LinkSelector? {
        guard let rule = resource.representation.profile.references else { return nil }
        let links = resource.links.filter { $0.rel == rule.alternate }
        guard let link = links.first, links.count == 1 else { return nil }
        return LinkSelector(rel: link.rel, type: link.type)
    }

    /// What a link leads to; nil if it cannot be read, which is no reason to give up the question.
    private func read(_ link: Link) async throws -> Resource? {
        do {
            return try await client.resource(of: link)
        } catch let error as any ActionableError {
            try Task.checkCancellation()
            _ = error
            return nil
        }
    }
}
