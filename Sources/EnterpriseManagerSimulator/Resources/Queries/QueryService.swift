// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `QuerySvc` and the queries it links to [querysvc, query_type, filter, format, pagesize_and_page].
enum QueryService: ResourceFamily {
    static let audience = Audience.everyone
    static let service = Address("querySvc")
    static var hubLinks: HubLinks { HubLinks(services: [OfferedLink("Down", "QueryService", service)]) }

    static func register(in router: inout Router) {
        router.on(.get, "querySvc") { (call, _) throws(Refusal) in .ok(document(for: call)) }
        let options = ["format", "filter", "sortAsc", "sortDesc", "pageSize", "page"]
        router.on(.get, "query", options: options) { (call, world) throws(Refusal) in
            let request = try QueryRequest(call.query)
            guard let (source, readers) = source(of: request.type) else {
                throw Refusal(501, "Type \(request.type.name) is not served here")
            }
            guard call.roles.belong(to: readers) else { throw Refusal.forbidden }
            return .ok(result(of: request, from: source, call, world))
        }
    }

    /// Where the resources of a type come from, and who may read them.
    private static func source(of type: QueryType) -> (QuerySource, RoleSet)? { sources[type.name] }

    /// By the names of types.
    private static let sources: [String: (QuerySource, RoleSet)] = {
        var sources: [String: (QuerySource, RoleSet)] = [:]
        for family in Families.all {
            guard let family = family as? any Queryable.Type else { continue }
            for source in family.queries where sources[source.type] == nil {
                sources[source.type] = (source, family.audience.readers)
            }
        }
        return sources
    }()

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
        let page = QueryPage(request) { source.rows(call, world) }
        let paging = Paging(page: request.page, size: request.size, count: page.count)
        return Element(
            "QueryResult",
            content: content(request, page) + [
                .absent("Links"),
                .element(paging.element(of: "query?" + call.query.text(without: ["page", "pageSize"]))),
            ]
        )
    }

    /// One of `Refs`, `Entities` and `Resources`; in JSON the others, and all other lists of entities, are null
    /// [format].
    private static func content(_ request: QueryRequest, _ page: QueryPage) -> [Content] {
        let type = request.type
        let isResource = type.place == .resources
        if !request.wantsEntities, !isResource {
            let references = Content.made(of: "Ref") { page.elements { $0.reference?.element("Ref") } }
            return [.group("Refs", [references]), .absent("Entities"), .absent("Resources")]
        }
        let entities = Content.made(of: type.item) {
            page.elements { row in
                var element = row.entity()
                element.name = type.item
                return element
            }
        }
        let list = Content.group(type.list, [entities])
        if isResource { return [.absent("Refs"), .absent("Entities"), .group("Resources", [list])] }
        let lists = QueryTypes.all.filter { $0.place == .entities }.map { other in
            other.name == type.name ? list : .absent(other.list)
        }
        return [.absent("Refs"), .group("Entities", lists), .absent("Resources")]
    }
}
