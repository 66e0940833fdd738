// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB

extension RoleMatrix {
    private struct Key: Hashable {
        let kind: String
        let rel: String
        let type: String?
        let verb: String?
    }

    /// Compares what several accounts saw of one server.
    ///
    /// - Parameter snapshots: a name, such as that of the account, and what it saw.
    /// - Throws: ``SnapshotError`` if a snapshot cannot be read.
    public init(_ snapshots: [(name: String, snapshot: Snapshot)]) throws {
        var kinds: [Set<String>] = []
        var met: [[Key: Access]] = []
        for (_, snapshot) in snapshots {
            let (seen, links) = try RoleMatrix.links(in: snapshot)
            kinds.append(seen)
            met.append(links)
        }
        let keys = Set(met.flatMap(\.keys)).sorted {
            ($0.kind, $0.rel, $0.type ?? "", $0.verb ?? "") < ($1.kind, $1.rel, $1.type ?? "", $1.verb ?? "")
        }
        names = snapshots.map(\.name)
        rows = keys.map { key in
            let access = snapshots.indices.map { index in
                met[index][key] ?? (kinds[index].contains(key.kind) ? .hidden : .unseen)
            }
            return Row(kind: key.kind, rel: key.rel, type: key.type, verb: key.verb, access: access)
        }
    }

    /// A link counts as refused if it was followed and never answered with anything else.
    private static func links(in snapshot: Snapshot) throws -> (kinds: Set<String>, links: [Key: Access]) {
        try snapshot.queue.read { database in
            let kinds = try String.fetchSet(database, sql: "SELECT DISTINCT coalesce(type, element) FROM resource")
            var links: [Key: Access] = [:]
            let rows = try GRDB.Row.fetchCursor(
                database,
                sql: """
                    SELECT coalesce(owner.type, owner.element) AS kind, link.rel AS rel, link.type AS type,
                        link.verb AS verb, coalesce(sum(goal.status IN (401, 403)), 0) AS refused,
                        coalesce(sum(goal.state = 'read'), 0) AS answered
                    FROM link JOIN resource owner ON owner.id = link.resource
                    LEFT JOIN document goal ON goal.target = link.target GROUP BY 1, 2, 3, 4
                    """
            )
            while let row = try rows.next() {
                let refused: Int = row["refused"]
                let answered: Int = row["answered"]
                let key = Key(kind: row["kind"], rel: row["rel"], type: row["type"], verb: row["verb"])
                links[key] = refused > 0 && answered == 0 ? .refused : .offered
            }
            return (kinds, links)
        }
    }
}
#endif
