// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB
internal import Hypermedia
internal import HypermediaClient

/// Writes the resources of one document with their properties and links, and the documents that these lead to.
struct ResourceWriter {
    let database: Database
    let document: WaitingDocument
    let policy: CrawlPolicy
    let depot: LinkDepot
    let redaction: Redaction
    /// How many documents were found that are to be read.
    private(set) var found = 0
    private let insertResource: Statement
    private let insertProperty: Statement
    private let insertLink: Statement
    private let insertDocument: Statement
    private let insertTicket: Statement
    private let take: Statement

    init(
        database: Database,
        document: WaitingDocument,
        policy: CrawlPolicy,
        depot: LinkDepot,
        redaction: Redaction
    ) throws {
        self.database = database
        self.document = document
        self.policy = policy
        self.depot = depot
        self.redaction = redaction
        insertResource = try database.cachedStatement(
            sql: """
                INSERT INTO resource (document, parent, key, element, type, uid, name, target)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        insertProperty = try database.cachedStatement(
            sql: "INSERT INTO property (resource, path, ordinal, value) VALUES (?, ?, ?, ?)"
        )
        insertLink = try database.cachedStatement(
            sql: "INSERT INTO link (resource, rel, type, name, verb, target, origin) VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        insertDocument = try database.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO document (target, parent, rel, type, name, path, place, exact, depth, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        insertTicket = try database.cachedStatement(sql: "INSERT INTO temp.ticket (document, text) VALUES (?, ?)")
        take = try database.cachedStatement(sql: "INSERT OR IGNORE INTO taken (identity) VALUES (?)")
    }

    mutating func write(_ root: Resource) throws {
        let path = (try? RelPath(document.path)) ?? .here
        let place = Place(parent: nil, key: ResourceKey(root: root, place: document.place), path: path)
        try write(root, at: place, isExact: document.isExact, mayFollow: true)
    }

    /// Where a resource stands.
    private struct Place {
        let parent: Int64?
        let key: ResourceKey
        let path: RelPath
    }

    private mutating func write(_ resource: Resource, at place: Place, isExact: Bool, mayFollow: Bool) throws {
        try insertResource.execute(arguments: [
            document.id, place.parent, redaction.apply(to: place.key.text), resource.name, resource.type?.rawValue,
            resource.uid.map(redaction.apply(to:)), resource.label.map(redaction.apply(to:)),
            resource.href.map { redaction.apply(to: $0.requestTarget ?? $0.text) },
        ])
        let id = database.lastInsertedRowID
        try writeProperties(of: resource, id: id)
        // Where hrefs are new every time, what is the same resource is taken apart once.
        var isNew = mayFollow
        if mayFollow {
            try take.execute(arguments: [ResourceIdentity(resource).stable])
            isNew = database.changesCount > 0
        }
        for link in resource.links { try write(link, of: id, at: place, isExact: isExact, mayFollow: isNew) }
        let items = resource.items
        let steps = ItemSteps(items)
        var siblings = ResourceKey.Siblings()
        for (index, item) in items.enumerated() {
            let step = steps.step(to: item)
            try write(
                item,
                at: Place(
                    parent: id,
                    key: ResourceKey(item: item, in: place.key, among: &siblings),
                    path: RelPath(steps: place.path.steps + [step.step])
                ),
                isExact: isExact && step.isExact,
                mayFollow: isNew && policy.takes(item: index)
            )
        }
    }

    private func writeProperties(of resource: Resource, id: Int64) throws {
        var seen: [String: Int] = [:]
        // Its own href tells the host, and another one every time where hrefs are opaque; its target is a column.
        let href = resource.representation.profile.identity.href.lowercased()
        for property in resource.properties where property.path.names.last?.lowercased() != href {
            let path = property.path.description
            let ordinal = seen[path, default: 0]
            seen[path] = ordinal + 1
            let value = property.isSecret ? Snapshot.hub : redaction.apply(to: property.value)
            try insertProperty.execute(arguments: [id, path, ordinal, value])
        }
    }

    private mutating func write(_ link: Link, of resource: Int64, at place: Place, isExact: Bool, mayFollow: Bool)
        throws
    {
        let href = link.href
        let isSecret = link.isSecret
        let target = isSecret ? Snapshot.hub : redaction.apply(to: href.requestTarget ?? href.text)
        let ownOrigin = link.owner.href?.origin ?? href.origin
        try insertLink.execute(arguments: [
            resource, link.rel.rawValue, link.type?.rawValue, link.name, link.verb?.rawValue, target,
            href.origin == ownOrigin ? nil : href.origin?.description,
        ])
        guard mayFollow, !isSecret, link.verb == .get else { return }
        let selector = LinkSelector.shortest(for: link)
        let state = policy.state(of: link, depth: document.depth + 1)
        try insertDocument.execute(arguments: [
            target, document.id, link.rel.rawValue, link.type?.rawValue, link.name,
            RelPath(steps: place.path.steps + [.follow(selector.selector)]).description,
            redaction.apply(to: place.key.place(of: link.owner, selector: selector.selector)),
            isExact && selector.isExact, document.depth + 1, state.rawValue,
        ])
        guard state == .waiting, database.changesCount > 0 else { return }
        found += 1
        if let ticket = depot.deposit(link) {
            try insertTicket.execute(arguments: [database.lastInsertedRowID, ticket])
        }
    }
}
#endif
