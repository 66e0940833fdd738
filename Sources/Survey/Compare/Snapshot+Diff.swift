// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB

extension Snapshot {
    /// What is different in another snapshot, this one being the earlier.
    ///
    /// - Parameters:
    ///   - later: the other one.
    ///   - ignoring: names of properties that do not count, such as those that change by themselves.
    /// - Throws: ``SnapshotError`` if one of them cannot be read.
    public func diff(to later: Snapshot, ignoring: Set<String> = []) throws -> SnapshotDiff {
        let comparison = try DatabaseQueue()
        return try comparison.writeWithoutTransaction { database -> SnapshotDiff in
            try database.execute(sql: "ATTACH DATABASE ? AS a", arguments: [file])
            try database.execute(sql: "ATTACH DATABASE ? AS b", arguments: [later.file])
            return try Comparison(database: database, ignored: ignoring).run()
        }
    }
}

/// Compares the snapshots that are attached as `a` and `b`.
private struct Comparison {
    let database: Database
    let ignored: Set<String>

    func run() throws -> SnapshotDiff {
        for side in ["a", "b"] {
            try database.execute(
                sql: """
                    CREATE TEMP TABLE thing_\(side) (key TEXT PRIMARY KEY, resource INTEGER NOT NULL);
                    INSERT INTO thing_\(side) SELECT key, resource FROM \(side).thing;
                    """
            )
        }
        try database.execute(
            sql: """
                CREATE TEMP TABLE both (key TEXT PRIMARY KEY, a INTEGER NOT NULL, b INTEGER NOT NULL);
                INSERT INTO both SELECT thing_a.key, thing_a.resource, thing_b.resource
                    FROM thing_a JOIN thing_b ON thing_b.key = thing_a.key;
                """
        )
        var diff = SnapshotDiff()
        diff.gone = Twins.once(try onlyIn("a", not: "b"), \.key) { [$0.kind, $0.name] }
        diff.new = Twins.once(try onlyIn("b", not: "a"), \.key) { [$0.kind, $0.name] }
        diff.changed = Twins.once(try changes(), \.resource.key) { [$0.property, $0.before, $0.after] }
        diff.linksLost = Twins.once(try links(in: "a", not: "b"), \.resource.key) { [$0.rel, $0.type, $0.name] }
        diff.linksGained = Twins.once(try links(in: "b", not: "a"), \.resource.key) { [$0.rel, $0.type, $0.name] }
        diff.leaveOutRenamedLinks(try renames())
        return diff
    }

    /// What goes by another name in the second snapshot.
    private func renames() throws -> Set<SnapshotDiff.Rename> {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT r.name AS before, s.name AS after
                FROM temp.both JOIN a.resource r ON r.id = both.a JOIN b.resource s ON s.id = both.b
                WHERE r.name <> s.name
                """
        )
        return Set(rows.map { SnapshotDiff.Rename(before: $0["before"], after: $0["after"]) })
    }

    private func onlyIn(_ side: String, not other: String) throws -> [Twins.Told<SnapshotDiff.Entry>] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT one.key AS key, coalesce(r.type, r.element) AS kind, r.name AS name, \(Twins.id(of: "r", in: side)) AS id
                FROM temp.thing_\(side) one JOIN \(side).resource r ON r.id = one.resource
                WHERE one.key NOT IN (SELECT key FROM temp.thing_\(other)) ORDER BY r.id
                """
        ).map { Twins.Told(id: $0["id"], kind: $0["kind"], what: entry($0)) }
    }

    /// An element that is there and empty says no more than one that is not there; only formats differ in it.
    private func changes() throws -> [Twins.Told<SnapshotDiff.Change>] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT both.key AS key, coalesce(r.type, r.element) AS kind, r.name AS name, p.path AS path,
                    p.value AS before, q.value AS after, \(Twins.id(of: "r", in: "a")) AS id
                FROM temp.both JOIN a.resource r ON r.id = both.a
                JOIN a.property p ON p.resource = both.a
                LEFT JOIN b.property q ON q.resource = both.b AND q.path = p.path AND q.ordinal = p.ordinal
                WHERE coalesce(q.value, '') <> p.value
                UNION ALL
                SELECT both.key, coalesce(r.type, r.element), r.name, q.path, NULL, q.value, \(Twins.id(of: "r", in: "b"))
                FROM temp.both JOIN b.resource r ON r.id = both.b
                JOIN b.property q ON q.resource = both.b
                LEFT JOIN a.property p ON p.resource = both.a AND p.path = q.path AND p.ordinal = q.ordinal
                WHERE p.value IS NULL AND q.value <> ''
                ORDER BY 1, 4
                """
        ).compactMap { row in
            let path: String = row["path"]
            guard !path.split(separator: ".").contains(where: { ignored.contains(String($0)) }) else { return nil }
            let change = SnapshotDiff.Change(
                resource: entry(row),
                property: path,
                before: row["before"],
                after: row["after"]
            )
            return Twins.Told(id: row["id"], kind: row["kind"], what: change)
        }
    }

    /// Where a resource offers the same kind of link several times, what counts is how often.
    private func links(in side: String, not other: String) throws -> [Twins.Told<SnapshotDiff.LinkChange>] {
        func counted(_ side: String) -> String {
            """
            SELECT both.key AS key, link.rel AS rel, link.type AS type, link.name AS name, count(*) AS links
            FROM temp.both JOIN \(side).link ON link.resource = both.\(side) GROUP BY 1, 2, 3, 4
            """
        }
        return try Row.fetchAll(
            database,
            sql: """
                SELECT mine.key AS key, coalesce(r.type, r.element) AS kind, r.name AS name, mine.rel AS rel,
                    mine.type AS link_type, mine.name AS link_name, mine.links - coalesce(theirs.links, 0) AS more,
                    \(Twins.id(of: "r", in: side)) AS id
                FROM (\(counted(side))) mine
                LEFT JOIN (\(counted(other))) theirs ON theirs.key = mine.key AND theirs.rel = mine.rel
                    AND theirs.type IS mine.type AND theirs.name IS mine.name
                JOIN temp.both ON both.key = mine.key JOIN \(side).resource r ON r.id = both.\(side)
                WHERE mine.links > coalesce(theirs.links, 0) ORDER BY 1, 4, 5
                """
        ).flatMap { row in
            let change = SnapshotDiff.LinkChange(
                resource: entry(row),
                rel: row["rel"],
                type: row["link_type"],
                name: row["link_name"]
            )
            let told = Twins.Told(id: row["id"], kind: row["kind"], what: change)
            return Array(repeating: told, count: row["more"])
        }
    }

    private func entry(_ row: Row) -> SnapshotDiff.Entry {
        SnapshotDiff.Entry(key: row["key"], kind: row["kind"], name: row["name"])
    }
}
#endif
