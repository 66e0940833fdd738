// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Deflate
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import GRDB
internal import Hypermedia
internal import HypermediaClient

extension Snapshot {
    /// What one answer brought, ready to be written.
    struct Reading: Sendable {
        let resource: Resource
        let status: Int
        let milliseconds: Int
        let bytes: [UInt8]
        let findings: [Finding]
    }

    /// Makes the first document: what the session begins with.
    ///
    /// - Returns: its number; that of an earlier crawl if there was one.
    func root(_ resource: Resource) throws -> (id: Int64, isNew: Bool) {
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

    /// Writes down what came, and which documents its links lead to that are not known yet.
    ///
    /// - Returns: how many more documents are waiting now.
    func record(
        _ reading: Reading,
        for document: WaitingDocument,
        policy: CrawlPolicy,
        depot: LinkDepot
    ) throws -> Int {
        var redaction = Redaction()
        redaction.learn(reading.resource.representation)
        return try queue.write { [redaction] database in
            let bytes = redaction.apply(to: reading.bytes)
            try database.cachedStatement(
                sql: """
                    UPDATE document SET state = 'read', status = ?, format = ?, milliseconds = ?, size = ?, packed = ?
                        WHERE id = ?
                    """
            ).execute(arguments: [
                reading.status, reading.resource.representation.format.rawValue, reading.milliseconds, bytes.count,
                Data(Deflate.pack(bytes)), document.id,
            ])
            try Snapshot.dropTicket(of: document.id, in: database)
            for finding in reading.findings {
                try Snapshot.note(finding, redaction, on: document.id, in: database)
            }
            var writer = try ResourceWriter(
                database: database,
                document: document,
                policy: policy,
                depot: depot,
                redaction: redaction
            )
            try writer.write(reading.resource)
            return writer.found
        }
    }

    /// Writes down that a document could not be had.
    func recordFailure(_ error: any ActionableError, status: Int?, for document: WaitingDocument) throws {
        try queue.write { database in
            try database.execute(
                sql: """
                    UPDATE document SET state = 'failed', status = ?, code = ?, message = ? WHERE id = ?
                    """,
                arguments: [status, error.code.rawValue, error.message, document.id]
            )
            try Snapshot.dropTicket(of: document.id, in: database)
            let finding = Finding(code: error.code.rawValue, severity: .error, message: error.message)
            try Snapshot.note(finding, Redaction(), on: document.id, in: database)
        }
    }

    private static func note(
        _ finding: Finding,
        _ redaction: Redaction,
        on document: Int64,
        in database: Database
    ) throws {
        try database.cachedStatement(
            sql: "INSERT INTO finding (document, code, path, line, message) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [document, finding.code, finding.path, finding.line, redaction.apply(to: finding.message)])
    }

    /// The next documents to read, in the order in which they were seen.
    func waiting(after id: Int64, limit: Int) throws -> [WaitingDocument] {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT id, parent, target, path, place, exact, depth FROM document
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
                sql: "SELECT id, parent, target, path, place, exact, depth FROM document WHERE id = ?",
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
            depth: row["depth"]
        )
    }
}
#endif
