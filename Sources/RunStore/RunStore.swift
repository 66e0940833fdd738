// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import GRDB
public import Workflows

/// Keeps runs in an SQLite file, so that one process can go on where another was killed.
///
/// An entry is on the disk when ``append(_:)`` returns: the write-ahead log is synchronised at every commit. The file
/// and those beside it can be read by their owner only.
///
/// ```swift
/// let store = try RunStore(path: "runs.sqlite")
/// let runner = WorkflowRunner(client: client, journal: store)
/// ```
public final class RunStore: RunJournal {
    private let database: DatabaseQueue
    private let locks: RunLocks

    /// Opens a file, or makes it and the folders that it lies in.
    ///
    /// - Throws: ``RunStoreError`` if that cannot be done.
    public convenience init(path: String) throws {
        try self.init(path: path) { pause in
            Thread.sleep(forTimeInterval: pause / .seconds(1))
        }
    }

    /// Opens a file whose writers pause as they are told to while another one writes.
    init(path: String, pausing pause: @escaping @Sendable (Duration) -> Void) throws {
        do {
            try PrivateFile.make(path)
            var configuration = Configuration()
            configuration.journalMode = .wal
            // Another process may be writing down something of another run.
            let patience = WriterPatience(pausing: pause)
            configuration.busyMode = .callback { patience.allowsTry(after: $0) }
            configuration.label = "runs"
            database = try RunStore.open(path, configuration, patience)
            locks = RunLocks(folder: path + ".locks")
        } catch {
            throw RunStoreError("The journal of runs ‘\(path)’ cannot be opened: \(RunStoreError.reason(error))")
        }
    }

    /// Opens the file and makes its tables.
    ///
    /// SQLite refuses at once, without a pause, whoever began by reading and wants to write after somebody else wrote:
    /// what was read is no longer so. Where many open a file at once, that happens, and to begin anew is the cure.
    private static func open(
        _ path: String,
        _ configuration: Configuration,
        _ patience: WriterPatience
    ) throws -> DatabaseQueue {
        var tries = 0
        while true {
            do {
                let database = try DatabaseQueue(path: path, configuration: configuration)
                // Opening in this mode relaxes it; what was promised to be written down must survive a power failure.
                try database.inDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
                do {
                    try migrator.migrate(database)
                } catch let error as DatabaseError where error.resultCode != .SQLITE_BUSY {
                    // Another process may have made the tables since it was looked for them; then nothing is left to do.
                    try migrator.migrate(database)
                }
                return database
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                guard !patience.isExhausted, patience.allowsTry(after: tries) else { throw error }
                tries += 1
            }
        }
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: runs and their entries") { database in
            try database.create(table: "run") { table in
                table.primaryKey("id", .text)
                table.column("workflow", .text).notNull()
                table.column("startedAt", .integer).notNull().indexed()
            }
            try database.create(table: "entry") { table in
                table.autoIncrementedPrimaryKey("number")
                table.column("run", .text).notNull().indexed().references("run", onDelete: .cascade)
                table.column("at", .integer).notNull()
                table.column("event", .text).notNull()
            }
        }
        return migrator
    }

    // MARK: Journal

    /// Keeps an entry; it is on the disk when this returns, also if the caller's task was cancelled meanwhile.
    public func append(_ entry: JournalEntry) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let event = String(decoding: try encoder.encode(entry.event), as: UTF8.self)
        try database.write { database in
            try database.execute(
                sql: "INSERT INTO run (id, workflow, startedAt) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
                arguments: [entry.run, entry.workflow, entry.at.rawValue]
            )
            try database.execute(
                sql: "INSERT INTO entry (run, at, event) VALUES (?, ?, ?)",
                arguments: [entry.run, entry.at.rawValue, event]
            )
        }
    }

    /// What was written down of a run, in order.
    public func entries(of run: String) throws -> [JournalEntry] {
        try database.read { try RunStore.entries(of: run, in: $0) }
    }

    /// Takes a run for this process, until it gives it back or ends, however it ends.
    public func claim(_ run: String) throws -> RunClaim { try locks.claim(run) }

    // MARK: Runs

    /// All runs, the latest first.
    public func runs() throws -> [RunRecord] {
        try database.read { database in
            let names = try String.fetchAll(database, sql: "SELECT id FROM run ORDER BY startedAt DESC, rowid DESC")
            return try names.compactMap { RunRecord(try RunStore.entries(of: $0, in: database)) }
        }
    }

    /// What is known of a run.
    ///
    /// - Throws: `WorkflowError` with code `unknown-run` if there is none of that name.
    public func run(_ name: String) throws -> RunRecord {
        guard let record = RunRecord(try entries(of: name)) else {
            throw WorkflowError.unknownRun(name)
        }
        return record
    }

    /// Whether a process goes on with a run at this moment.
    public func isUnderWay(_ run: String) -> Bool {
        guard let claim = try? locks.claim(run) else { return true }
        claim.release()
        return false
    }

    /// Forgets a run.
    ///
    /// - Throws: `WorkflowError` with code `unknown-run` if there is none of that name, `run-busy` if it is under way.
    public func delete(_ run: String) throws {
        let claim = try locks.claim(run)
        defer { claim.release() }
        let count = try database.write { database in
            try database.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [run])
            return database.changesCount
        }
        locks.forget(run)
        if count == 0 { throw WorkflowError.unknownRun(run) }
    }

    /// Forgets the runs about which nothing was written down since a point in time; those under way stay.
    ///
    /// - Returns: their names.
    public func prune(before moment: Moment) throws -> [String] {
        let names = try database.read { database in
            try String.fetchAll(
                database,
                sql: "SELECT run FROM entry GROUP BY run HAVING MAX(at) < ? ORDER BY MAX(at)",
                arguments: [moment.rawValue]
            )
        }
        return try names.filter { name in
            do {
                try delete(name)
                return true
            } catch let error as WorkflowError where error.code == .runBusy || error.code == .unknownRun {
                return false
            }
        }
    }

    private static func entries(of run: String, in database: Database) throws -> [JournalEntry] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT run.workflow, at, event FROM entry JOIN run ON run.id = run WHERE run = ? ORDER BY number",
            arguments: [run]
        )
        let decoder = JSONDecoder()
        return try rows.map { row in
            let event = try decoder.decode(JournalEntry.Event.self, from: Data((row["event"] as String).utf8))
            return JournalEntry(run: run, workflow: row["workflow"], at: Moment(rawValue: row["at"]), event: event)
        }
    }
}
#endif
