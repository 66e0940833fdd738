// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB

extension Snapshot {
    /// Which links the resources of this snapshot offer.
    ///
    /// What stands in several documents counts once, as it stands alone if it does; references within other documents
    /// that have no links of their own there are counted where they have them.
    public func contract() throws -> LinkContract {
        try queue.read { database in
            let goals = try targets(in: database)
            var kinds: [LinkContract.Kind] = []
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT coalesce(r.type, r.element) AS kind, count(*) AS seen
                    FROM thing JOIN resource r ON r.id = thing.resource GROUP BY 1 ORDER BY 1
                    """
            )
            for row in rows {
                let kind: String = row["kind"]
                let clauses = try clauses(of: kind, seen: row["seen"], goals: goals, in: database)
                kinds.append(LinkContract.Kind(name: kind, seen: row["seen"], clauses: clauses))
            }
            return LinkContract(kinds: kinds)
        }
    }

    private struct LinkKind: Hashable {
        let owner: String
        let rel: String
        let type: String?
    }

    private func clauses(
        of kind: String,
        seen: Int,
        goals: [LinkKind: Set<String>],
        in database: Database
    ) throws -> [LinkContract.Clause] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT rel, type, verb, min(links) AS least, max(links) AS most, count(*) AS owners FROM (
                    SELECT r.id, link.rel AS rel, link.type AS type, link.verb AS verb, count(*) AS links
                    FROM thing JOIN resource r ON r.id = thing.resource JOIN link ON link.resource = r.id
                    WHERE coalesce(r.type, r.element) = ? GROUP BY 1, 2, 3, 4
                ) GROUP BY 1, 2, 3 ORDER BY 1, 2
                """,
            arguments: [kind]
        ).map { row in
            let owners: Int = row["owners"]
            let key = LinkKind(owner: kind, rel: row["rel"], type: row["type"])
            return LinkContract.Clause(
                rel: key.rel,
                type: key.type,
                verb: row["verb"],
                min: owners < seen ? 0 : row["least"],
                max: row["most"],
                leadsTo: (goals[key] ?? []).sorted()
            )
        }
    }

    private func targets(in database: Database) throws -> [LinkKind: Set<String>] {
        var goals: [LinkKind: Set<String>] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT owner, rel, type, leads_to FROM type_map")
        while let row = try rows.next() {
            guard let goal: String = row["leads_to"] else { continue }
            goals[LinkKind(owner: row["owner"], rel: row["rel"], type: row["type"]), default: []].insert(goal)
        }
        return goals
    }
}
#endif
