// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB

extension Snapshot {
    /// What a query answers.
    public struct Table: Hashable, Sendable {
        /// The names of the columns.
        public let columns: [String]
        /// The rows; NULL is nil, of bytes their number, everything else as text.
        public let rows: [[String?]]
    }

    /// Asks the tables of the snapshot, which the article on snapshots describes; nothing can be changed this way.
    ///
    /// - Parameter sql: one query.
    /// - Throws: ``SnapshotError`` with code ``ErrorCode/badQuery`` and what SQLite says of it.
    public func table(of sql: String) throws -> Table {
        do {
            return try queue.read { database in
                let statement = try database.makeStatement(sql: sql)
                guard statement.isReadonly else { throw DatabaseError(message: "it would change the snapshot") }
                let rows = try Row.fetchAll(statement)
                return Table(
                    columns: statement.columnNames,
                    rows: rows.map { row in row.databaseValues.map(Snapshot.text) }
                )
            }
        } catch let error as DatabaseError {
            throw SnapshotError(.badQuery, "SQLite does not take the query: \(error.message ?? "\(error)").")
        }
    }

    private static func text(_ value: DatabaseValue) -> String? {
        switch value.storage {
        case .null: nil
        case .int64(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): text
        case .blob(let data): "\(data.count) bytes"
        }
    }
}
#endif
