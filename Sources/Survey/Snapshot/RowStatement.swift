// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A statement that is executed over and over, its arguments bound one after the other.
///
/// A list of arguments made for every row, checked and taken apart again takes longer than writing the row.
struct RowStatement {
    /// Binds the arguments of one execution in their order; what is not bound is NULL.
    struct Binder {
        fileprivate let statement: SQLiteStatement
        fileprivate var index: CInt = 0
        fileprivate var failure: CInt = 0

        mutating func bind(_ text: String) { bind(text.databaseValue) }
        mutating func bind(_ number: Int64) { bind(number.databaseValue) }
        mutating func bind(_ number: Int) { bind(number.databaseValue) }
        mutating func bind(_ data: Data) { bind(data.databaseValue) }

        mutating func bind(_ value: (some DatabaseValueConvertible)?) {
            if let value { bind(value.databaseValue) } else { index += 1 }
        }

        private mutating func bind(_ value: DatabaseValue) {
            index += 1
            let code = value.bind(to: statement, at: index)
            if code != 0 { failure = code }
        }
    }

    private let statement: Statement

    init(_ sql: String, in database: Database) throws {
        statement = try database.cachedStatement(sql: sql)
    }

    /// Executes it once.
    ///
    /// - Parameter arguments: binds them.
    func execute(_ arguments: (inout Binder) throws -> Void) throws {
        // No arguments: those of the row before are cleared, and the next step takes what is bound by then.
        statement.setUncheckedArguments(StatementArguments())
        var binder = Binder(statement: statement.sqliteStatement)
        try arguments(&binder)
        if binder.failure != 0 { throw DatabaseError(resultCode: ResultCode(rawValue: binder.failure)) }
        try statement.execute()
    }
}
#endif
