// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB
internal import Hypermedia

extension Snapshot {
    /// Makes the first document: what the session begins with.
    ///
    /// - Returns: its number; that of an earlier crawl if there was one.
    func root() throws -> (id: Int64, isNew: Bool) {
        try queue.write { database in
            if let id = try Int64.fetchOne(database, sql: "SELECT id FROM document WHERE parent IS NULL") {
                return (id, false)
            }
            try database.execute(
                sql: """
                    INSERT INTO document (target, path, exact, depth, state) VALUES (?, '', 1, 0, 'waiting')
                    """,
                arguments: [Snapshot.hub]
            )
            return (database.lastInsertedRowID, true)
        }
    }

    /// What stands for the target of the hub, whose own href is a secret.
    static let hub = "•••"

    /// Writes documents down, all of them or none, in the order in which they are given.
    ///
    /// - Returns: for each how many more documents are waiting now.
    func write(_ documents: [PreparedDocument]) throws -> [Int] {
        try queue.write { database in
            let writer = try DocumentWriter(database)
            return try documents.map { try writer.write($0) }
        }
    }

    /// The next documents to read, in the order in which they were seen.
    func waiting(after id: Int64, limit: Int) throws -> [WaitingDocument] {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT id, parent, target, path, place, exact, depth, ticket.text AS ticket
                    FROM document LEFT JOIN temp.ticket ON ticket.document = document.id
                    WHERE state = 'waiting' AND id > ? ORDER BY id LIMIT ?
                    """,
                arguments: [id, limit]
            ).map(WaitingDocument.init)
        }
    }

    /// Takes up what an earlier crawl left because it did not want to go that far.
    func revive(_ policy: CrawlPolicy) throws {
        try queue.write { database in
            let left = try Row.fetchAll(database, sql: "SELECT DISTINCT type FROM document WHERE state = 'left'")
            for row in left {
                let type: String? = row["type"]
                guard policy.takes(type: LinkType(type ?? "")) else { continue }
                try database.execute(
                    sql: "UPDATE document SET state = 'waiting' WHERE state = 'left' AND depth <= ? AND type IS ?",
                    arguments: [policy.depth, type]
                )
            }
        }
    }

    /// Leaves out what a crawl is slower by, if it has more before it than behind it.
    func dropLateIndexes() throws {
        try queue.write { database in
            func count(_ state: DocumentState) throws -> Int {
                let sql = "SELECT count(*) FROM document WHERE state = ?"
                return try Int.fetchOne(database, sql: sql, arguments: [state.rawValue]) ?? 0
            }
            guard LateIndexes.areLeftOut(read: try count(.read), waiting: try count(.waiting)) else { return }
            try LateIndexes.drop(in: database)
        }
    }

    /// Makes what whoever asks a snapshot is faster by.
    func makeLateIndexes() throws { try queue.write { try LateIndexes.make(in: $0) } }

    /// Brings everything into the one file, so that it can be copied while it is open.
    func settle() throws { _ = try queue.writeWithoutTransaction { try $0.checkpoint(.passive) } }

    func waitingCount() throws -> Int {
        try queue.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM document WHERE state = 'waiting'") ?? 0
        }
    }

    /// A document by its number.
    func document(_ id: Int64) throws -> WaitingDocument? {
        try queue.read { database in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT id, parent, target, path, place, exact, depth, ticket.text AS ticket
                    FROM document LEFT JOIN temp.ticket ON ticket.document = document.id WHERE id = ?
                    """,
                arguments: [id]
            ).map(WaitingDocument.init)
        }
    }
}

extension WaitingDocument {
    fileprivate init(_ row: Row) {
        self.init(
            id: row["id"],
            parent: row["parent"],
            target: row["target"],
            path: row["path"],
            place: row["place"],
            isExact: row["exact"],
            depth: row["depth"],
            ticket: row["ticket"]
        )
    }
}
#endif
