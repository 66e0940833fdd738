// SPDX-License-Identifier: Apache-2.0

/// What a query asks for [optional_query_parameters].
struct QueryRequest: Sendable {
    let type: QueryType
    let filter: QueryFilter?
    let sort: (field: QueryField, descending: Bool)?
    let wantsEntities: Bool
    let page: Int
    let size: Int

    /// Reads the parameters.
    ///
    /// - Throws: 400 for every parameter that is not understood.
    init(_ query: Query) throws(Refusal) {
        guard let name = query["type"], !name.isEmpty else {
            throw Refusal(400, "A query needs the parameter type, such as type=Job")
        }
        guard let type = QueryTypes.named(name) else {
            let known = QueryTypes.all.map(\.name).joined(separator: ", ")
            throw Refusal(400, "Type \(name) cannot be queried; these can: \(known)")
        }
        self.type = type
        if let text = query["filter"], text.contains(where: { $0 != " " }) {
            filter = try QueryFilterParser.read(text, type: type)
        } else {
            filter = nil
        }
        sort = try QueryRequest.sort(query, type)
        switch query["format"]?.lowercased() {
        case nil, "references", "reference": wantsEntities = false
        // The word is Entities here, Entity everywhere else; both are taken.
        case "entities", "entity": wantsEntities = true
        case let format?: throw Refusal(400, "format is References or Entities, not \"\(format)\"")
        }
        // Without pageSize every answer of the guide says 100.
        (page, size) = try Paging.read(query, defaultSize: 100)
    }

    private static func sort(
        _ query: Query,
        _ type: QueryType
    ) throws(Refusal) -> (field: QueryField, descending: Bool)? {
        switch (query["sortAsc"], query["sortDesc"]) {
        case (nil, nil): return nil
        case (let name?, nil): return (try type.field(name), false)
        case (nil, let name?): return (try type.field(name), true)
        case (_?, _?): throw Refusal(400, "sortAsc and sortDesc cannot be given together")
        }
    }
}
