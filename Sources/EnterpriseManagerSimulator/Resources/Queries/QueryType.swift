// SPDX-License-Identifier: Apache-2.0

/// A type of resources that queries ask for: how it is named, where its results stand, and what it is filtered by.
struct QueryType: Sendable {
    /// Where results stand in a `QueryResult`: entities among `Entities`, the others among `Resources`.
    enum Place: Sendable {
        case entities
        case resources
    }

    /// The value of `?type=` [query_type].
    let name: String
    let place: Place
    /// The list inside `Entities` or `Resources`.
    let list: String
    /// What the list repeats.
    let item: String
    /// The `Type` of the link in `QuerySvc`; nil for types without one [querysvc].
    let linkType: String?
    /// What the link in `QuerySvc` sorts by.
    let sortKey: String
    let fields: [QueryField]

    init(
        _ name: String,
        _ place: Place = .entities,
        list: String? = nil,
        item: String? = nil,
        link: String? = nil,
        isLinked: Bool = true,
        sortedBy sortKey: String = "name",
        fields: [[QueryField]]
    ) {
        self.name = name
        self.place = place
        self.list = list ?? name + "s"
        self.item = item ?? name
        linkType = isLinked ? link ?? name + "List" : nil
        self.sortKey = sortKey
        self.fields = fields.flatMap { $0 }
    }

    /// The field of a name in any case.
    ///
    /// - Throws: 400 with the names that there are.
    func field(_ name: String) throws(Refusal) -> QueryField {
        if let field = fields.first(where: { $0.name.lowercased() == name.lowercased() }) { return field }
        let known = fields.map(\.name).joined(separator: ", ")
        throw Refusal(400, "\(self.name) cannot be filtered or sorted by \(name); it can by \(known)")
    }

    /// The query that `QuerySvc` links to [querysvc].
    var address: Address {
        Address("query?type=\(name)&format=Entities&sortAsc=\(sortKey)&pageSize=15&page=1")
    }
}
