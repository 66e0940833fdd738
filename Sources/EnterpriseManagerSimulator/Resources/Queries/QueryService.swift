// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `QuerySvc` and the queries it links to [querysvc, query_type, filter, format, pagesize_and_page].
enum QueryService: ResourceFamily {
    static let audience = Audience.everyone
    static let service = Address("querySvc")
    static var hubLinks: HubLinks { HubLinks(services: [OfferedLink("Down", "QueryService", service)]) }

    static func register(in router: inout Router) {
        router.on(.get, "querySvc") { (call, _) throws(Refusal) in .ok(document(for: call)) }
        router.on(.get, "query") { (call, world) throws(Refusal) in
            let request = try QueryRequest(call.query)
            guard let (source, readers) = source(of: request.type) else {
                throw Refusal(501, "Type \(request.type.name) is not served here")
            }
            guard call.roles.belong(to: readers) else { throw Refusal.forbidden }
            return .ok(result(of: request, from: source, call, world))
        }
    }

    /// Where the resources of a type come from, and who may read them.
    private static func source(of type: QueryType) -> (QuerySource, RoleSet)? {
        for family in Families.all {
            guard let family = family as? any Queryable.Type else { continue }
            if let source = family.queries.first(where: { $0.type == type.name }) {
                return (source, family.audience.readers)
            }
        }
        return nil
    }

    private static func document(for call: Call) -> Element {
        let downs = QueryTypes.all.compactMap { type in
            source(of: type).flatMap { _, readers in
                call.roles.belong(to: readers) ? type.linkType.map { OfferedLink("Down", $0, type.address) } : nil
            }
        }
        return Element(
            "QuerySvc",
            Identity(type: "QueryService", address: service),
            links: [OfferedLink("Up", "LogonSession", LogonSessions.one(call.session))] + downs
        )
    }

    private static func result(
        of request: QueryRequest,
        from source: QuerySource,
        _ call: Call,
        _ world: World
    ) -> Element {
        let (rows, count) = find(request, source.rows(call, world))
        let paging = Paging(page: request.page, size: request.size, count: count)
        return Element(
            "QueryResult",
            content: content(request, rows) + [
                .absent("Links"),
                .element(paging.element(of: "query?" + call.query.text(without: ["page", "pageSize"]))),
            ]
        )
    }

    /// The rows of the page, and how many there are on all pages.
    ///
    /// Only positions and what they are sorted by are kept of the rows of other pages.
    private static func find(_ request: QueryRequest, _ rows: AnySequence<QueryRow>) -> ([QueryRow], Int) {
        var found: [(position: Int, key: QueryValue?)] = []
        for (position, row) in rows.enumerated() where request.filter?.holds(for: row) ?? true {
            found.append((position, request.sort.flatMap { $0.field.value(of: row) }))
        }
        if let descending = request.sort?.descending {
            // What has no value comes first in ascending order (inferred); equal ones stay in the order of lists.
            found.sort { left, right in
                if left.key == right.key { return left.position < right.position }
                guard let leftKey = left.key else { return !descending }
                guard let rightKey = right.key else { return descending }
                return descending ? leftKey > rightKey : leftKey < rightKey
            }
        }
        let paging = Paging(page: request.page, size: request.size, count: found.count)
        let wanted = found[paging.range].map(\.position)
        guard let last = wanted.max() else { return ([], found.count) }
        let positions = Set(wanted)
        var picked: [Int: QueryRow] = [:]
        for (position, row) in rows.enumerated() {
            if positions.contains(position) { picked[position] = row }
            if position == last { break }
        }
        return (wanted.compactMap { picked[$0] }, found.count)
    }

    /// One of `Refs`, `Entities` and `Resources`; in JSON the others, and all other lists of entities, are null
    /// [format].
    private static func content(_ request: QueryRequest, _ rows: [QueryRow]) -> [Content] {
        let type = request.type
        let isResource = type.place == .resources
        if !request.wantsEntities, !isResource {
            let references = rows.compactMap { $0.reference?.element("Ref") }
            return [
                .group("Refs", [.items(of: "Ref", references)]), .absent("Entities"), .absent("Resources"),
            ]
        }
        let items = rows.map { row in
            var element = row.entity()
            element.name = type.item
            return element
        }
        let list = Content.group(type.list, [.items(of: type.item, items)])
        if isResource { return [.absent("Refs"), .absent("Entities"), .group("Resources", [list])] }
        let lists = QueryTypes.all.filter { $0.place == .entities }.map { other in
            other.name == type.name ? list : .absent(other.list)
        }
        return [.absent("Refs"), .group("Entities", lists), .absent("Resources")]
    }
}
