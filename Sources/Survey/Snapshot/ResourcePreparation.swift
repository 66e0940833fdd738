// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient

/// Takes the resources of one document apart into rows; asks no database, so that many documents can be prepared at once.
struct ResourcePreparation: Sendable {
    let document: WaitingDocument
    let policy: CrawlPolicy
    let depot: LinkDepot
    /// What is secret in the document.
    let redaction: Redaction

    /// Hands out the resources in the order in which they stand, each before what it holds.
    func prepare(_ crawled: CrawledDocument, _ take: (PreparedResource) throws -> Void) throws {
        let contents = crawled.contents
        let place = Place(
            key: ResourceKey(root: contents, place: document.place),
            path: document.path,
            depth: 0,
            isExact: document.isExact,
            mayFollow: true
        )
        try take(prepared(contents, at: place, identity: crawled.identity))
        var walk = ItemWalk(steps: crawled.steps)
        try crawled.forEachItem { try prepare($0, in: place, &walk, take) }
    }

    /// How far a walk over the items of one resource has come.
    private struct ItemWalk {
        let steps: ItemSteps
        var siblings = ResourceKey.Siblings()
        var index = 0
    }

    /// Where a resource stands.
    private struct Place {
        let key: ResourceKey
        let path: String
        let depth: Int
        let isExact: Bool
        let mayFollow: Bool

        /// The walk goes on by one step.
        func path(_ step: RelPath.Step) -> String { path.isEmpty ? step.description : "\(path)/\(step)" }
    }

    private func prepare(
        _ item: Resource,
        in place: Place,
        _ walk: inout ItemWalk,
        _ take: (PreparedResource) throws -> Void
    ) rethrows {
        let item = ResourceContents(item)
        let step = walk.steps.step(to: item)
        let mayFollow = place.mayFollow && policy.takes(item: walk.index)
        walk.index += 1
        let own = Place(
            key: ResourceKey(item: item, in: place.key, among: &walk.siblings),
            path: place.path(step.step),
            depth: place.depth + 1,
            isExact: place.isExact && step.isExact,
            mayFollow: mayFollow
        )
        try take(prepared(item, at: own, identity: mayFollow ? identity(of: item) : 0))
        guard !item.items.isEmpty else { return }
        var parts = ItemWalk(steps: ItemSteps(item.items))
        for part in item.items { try prepare(part, in: own, &parts, take) }
    }

    private func prepared(_ contents: ResourceContents, at place: Place, identity: Int64) -> PreparedResource {
        let href = contents.href
        return PreparedResource(
            depth: place.depth,
            key: redaction.apply(to: place.key.text),
            element: contents.name,
            type: contents.type,
            uid: contents.uid.map(redaction.apply(to:)),
            name: contents.label.map(redaction.apply(to:)),
            target: href.map { redaction.apply(to: $0.requestTarget ?? $0.text) },
            identity: identity,
            mayFollow: place.mayFollow,
            properties: properties(of: contents),
            links: links(of: contents, at: place, ownOrigin: href?.origin)
        )
    }

    private func identity(of contents: ResourceContents) -> Int64 {
        ResourceIdentity(contents.resource, name: contents.name, type: contents.type, uid: contents.uid).stable
    }

    /// Its own href tells the host, and another one every time where hrefs are opaque; its target is a column.
    private func properties(of contents: ResourceContents) -> [PreparedResource.Property] {
        var seen: [String: Int] = [:]
        var result: [PreparedResource.Property] = []
        result.reserveCapacity(contents.properties.count)
        for property in contents.properties where !property.isHref {
            let ordinal = seen[property.path, default: 0]
            seen[property.path] = ordinal + 1
            let value = property.isSecret ? Snapshot.hub : redaction.apply(to: property.value)
            result.append(PreparedResource.Property(path: property.path, ordinal: ordinal, value: value))
        }
        // The table is kept in this order, and rows that come in it are appended.
        result.sort { $0.path < $1.path }
        return result
    }

    private func links(of contents: ResourceContents, at place: Place, ownOrigin: Origin?) -> [PreparedResource.Link] {
        var links = contents.links
        return links.elements.map { element in
            let href = element.href
            let target = element.isSecret ? Snapshot.hub : redaction.apply(to: href.requestTarget ?? href.text)
            let verb = element.link.verb
            let origin = href.origin
            return PreparedResource.Link(
                rel: element.rel.rawValue,
                type: element.type?.rawValue,
                name: element.name,
                verb: verb?.rawValue,
                target: target,
                origin: origin == (ownOrigin ?? origin) ? nil : origin?.description,
                goal: place.mayFollow && !element.isSecret && verb == .get
                    ? goal(of: element, selector: links.selector(of: element), contents, at: place) : nil
            )
        }
    }

    private func goal(
        of element: OwnLinks.Element,
        selector: (selector: LinkSelector, isExact: Bool),
        _ owner: ResourceContents,
        at place: Place
    ) -> PreparedResource.Goal {
        let state = policy.state(of: element.type, depth: document.depth + 1)
        return PreparedResource.Goal(
            path: place.path(.follow(selector.selector)),
            place: redaction.apply(to: place.key.place(of: owner, selector: selector.selector)),
            isExact: place.isExact && selector.isExact,
            state: state,
            ticket: state == .waiting ? depot.deposit(element.link) : nil
        )
    }
}
#endif
