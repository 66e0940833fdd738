// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB
internal import Hypermedia

extension Snapshot {
    /// Which kinds of resources lead to which others.
    public func typeMap() throws -> TypeMapGraph {
        try queue.read { try Snapshot.typeMap(in: $0) }
    }

    /// What a resource is called in the map: its type, or that of the link that led to it, or its element name.
    ///
    /// Many lists have one element name and no type; the links to them tell them apart.
    static func kind(_ table: String) -> String {
        """
        coalesce(\(table).type, CASE WHEN \(table).parent IS NULL
            THEN (SELECT nullif(d.type, '') FROM document d WHERE d.id = \(table).document) END, \(table).element)
        """
    }

    static func typeMap(in database: Database) throws -> TypeMapGraph {
        let nodes = try Row.fetchAll(
            database,
            sql: """
                SELECT \(kind("r")) AS kind, count(*) AS things
                FROM thing JOIN resource r ON r.id = thing.resource GROUP BY 1 ORDER BY 1
                """
        ).map { TypeMapGraph.Node(name: $0["kind"], count: $0["things"]) }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT \(kind("r")) AS owner, CASE WHEN root.id IS NOT NULL
                        THEN coalesce(root.type, nullif(document.type, ''), root.element) END AS goal,
                    link.rel AS rel, link.type AS type, link.verb AS verb, count(*) AS links
                FROM thing JOIN resource r ON r.id = thing.resource JOIN link ON link.resource = r.id
                LEFT JOIN document ON document.target = link.target
                LEFT JOIN resource root ON root.document = document.id AND root.parent IS NULL
                GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 3, 4, 2
                """
        )
        return TypeMapGraph(nodes: nodes, edges: try links(rows, to: Set(nodes.map(\.name))) + items(in: database))
    }

    /// Where hrefs are another every time, links of a resource are followed as they stand in one document only; where one
    /// was not followed, it is counted for what its type says, if that was seen.
    private static func links(_ rows: [Row], to known: Set<String>) -> [TypeMapGraph.Edge] {
        var edges: [TypeMapGraph.Edge] = []
        for row in rows {
            let (type, verb, goal): (String?, String?, String?) = (row["type"], row["verb"], row["goal"])
            let count: Int = row["links"]
            let said = type.flatMap { verb == Verb.get.rawValue && known.contains($0) ? $0 : nil }
            let to = goal ?? said
            let (from, rel): (String, String) = (row["owner"], row["rel"])
            let earlier = edges.lastIndex { $0.from == from && $0.rel == rel && $0.type == type && $0.to == to }
            let before = earlier.map { edges[$0].verb == verb ? edges.remove(at: $0).count : 0 } ?? 0
            edges.append(
                TypeMapGraph.Edge(
                    kind: .link,
                    from: from,
                    to: to,
                    rel: rel,
                    type: type,
                    verb: verb,
                    count: count + before
                )
            )
        }
        return edges
    }

    /// What lists and other wholes hold; an item that stands in a list several times counts once.
    private static func items(in database: Database) throws -> [TypeMapGraph.Edge] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT \(kind("whole")) AS owner, \(kind("item")) AS goal,
                    count(DISTINCT item.key) AS items
                FROM resource item JOIN resource whole ON whole.id = item.parent GROUP BY 1, 2 ORDER BY 1, 2
                """
        ).map { row in
            TypeMapGraph.Edge(
                kind: .item,
                from: row["owner"],
                to: row["goal"],
                rel: "",
                type: nil,
                verb: nil,
                count: row["items"]
            )
        }
    }
}
#endif
