// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Deflate
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import GRDB

extension Snapshot {
    /// Every document that was read or asked for, in the order in which they were found; those still waiting left out.
    public func documents() throws -> [SnapshotDocument] {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT id, path, exact, depth, type, state, status, format FROM document
                    WHERE state IN ('read', 'failed') ORDER BY id
                    """
            ).map { row in
                SnapshotDocument(
                    id: row["id"],
                    path: row["path"],
                    isExact: row["exact"],
                    depth: row["depth"],
                    type: row["type"],
                    state: DocumentState(rawValue: row["state"]),
                    status: row["status"],
                    format: row["format"]
                )
            }
        }
    }

    /// How many documents are known and were not read, by the type of the link that leads there, most first.
    public func unread() throws -> [(type: String, count: Int)] {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT coalesce(type, '') AS type, count(*) AS documents FROM document
                    WHERE state IN ('waiting', 'left') GROUP BY 1 ORDER BY 2 DESC, 1
                    """
            ).map { (type: $0["type"], count: $0["documents"]) }
        }
    }

    /// A document as it was received, secrets taken out; nil if it was not read.
    ///
    /// - Throws: ``SnapshotError`` if what is kept is damaged.
    public func bytes(of id: Int64) throws -> [UInt8]? {
        let row = try queue.read {
            try Row.fetchOne($0, sql: "SELECT size, packed FROM document WHERE id = ?", arguments: [id])
        }
        guard let row, let size: Int = row["size"], let packed: Data = row["packed"] else { return nil }
        do {
            return try Deflate.unpack(Array(packed), size: size)
        } catch {
            throw SnapshotError(.badSnapshot, "The document \(id) of ‘\(file)’ is damaged.")
        }
    }

    /// What was noticed, with the walk to the document, in the order of the documents.
    public func findings() throws -> [SnapshotFinding] {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT document.path AS document, finding.code, finding.path, finding.line, finding.message
                    FROM finding JOIN document ON document.id = finding.document ORDER BY finding.rowid
                    """
            ).map { row in
                SnapshotFinding(
                    document: row["document"],
                    code: row["code"],
                    path: row["path"],
                    line: row["line"],
                    message: row["message"]
                )
            }
        }
    }
}
#endif
