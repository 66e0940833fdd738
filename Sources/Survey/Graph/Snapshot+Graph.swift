// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB

extension Snapshot {
    /// Which kinds of resources lead to which others.
    public func typeMap() throws -> TypeMapGraph {
        try queue.read { try Snapshot.typeMap(in: $0) }
    }

    static func typeMap(in database: Database) throws -> TypeMapGraph {
        let nodes = try Row.fetchAll(
            database,
            sql: """
                SELECT coalesce(r.type, r.element) AS kind, count(*) AS things
                FROM thing JOIN resource r ON r.id = thing.resource GROUP BY 1 ORDER BY 1
                """
        ).map { TypeMapGraph.Node(name: $0["kind"], count: $0["things"]) }
        let edges = try Row.fetchAll(
            database,
            sql: """
                SELECT coalesce(r.type, r.element) AS owner, coalesce(root.type, root.element) AS goal,
                    link.rel AS rel, link.type AS type, link.verb AS verb, count(*) AS links
                FROM thing JOIN resource r ON r.id = thing.resource JOIN link ON link.resource = r.id
                LEFT JOIN document ON document.target = link.target
                LEFT JOIN resource root ON root.document = document.id AND root.parent IS NULL
                GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 3, 4, 2
                """
        ).map { row in
            TypeMapGraph.Edge(
                from: row["owner"],
                to: row["goal"],
                rel: row["rel"],
                type: row["type"],
                verb: row["verb"],
                count: row["links"]
            )
        }
        return TypeMapGraph(nodes: nodes, edges: edges)
    }
}
#endif
