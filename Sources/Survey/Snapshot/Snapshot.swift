// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB

/// What a crawl saw, in one SQLite file: documents, resources, properties, links, findings.
///
/// The tables are documented for anyone's SQL (<doc:Snapshots>). A snapshot holds no origin and no secret.
///
/// ```swift
/// let snapshot = try Snapshot(opening: "monday.emsnap")
/// print(try snapshot.summary())
/// ```
public final class Snapshot: Sendable {
    let queue: DatabaseQueue
    /// The name of the file.
    public let file: String

    /// Opens a snapshot that is there.
    ///
    /// - Throws: ``SnapshotError`` with code ``ErrorCode/badSnapshot``.
    public convenience init(opening file: String) throws {
        try self.init(file, readOnly: true)
        let format = try? self["format"]
        guard let format, let version = Int(format), version <= SnapshotSchema.version else {
            throw SnapshotError(
                .badSnapshot,
                "‘\(file)’ is no snapshot that this version can read.",
                hint: "Snapshots are made by ‘emwalk crawl --out FILE’."
            )
        }
    }

    /// Opens a snapshot to write into; makes it if it is not there.
    ///
    /// - Throws: ``SnapshotError`` with code ``ErrorCode/badSnapshot`` if the file is something else.
    public static func writable(_ file: String) throws -> Snapshot {
        let snapshot = try Snapshot(file, readOnly: false)
        do {
            try SnapshotSchema.migrate(snapshot.queue)
            try SnapshotSchema.prepare(snapshot.queue)
        } catch {
            throw SnapshotError(.badSnapshot, "‘\(file)’ cannot be written as a snapshot: \(error).")
        }
        if try snapshot["format"] == nil { try snapshot.set("format", String(SnapshotSchema.version)) }
        return snapshot
    }

    private init(_ file: String, readOnly: Bool) throws {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.label = "snapshot"
        configuration.prepareDatabase { database in
            guard !readOnly else { return }
            // A crawl that is cut off loses its last answers at the most, and asks for them again.
            // Pages are written back more rarely than SQLite would of itself, as most of them are touched again soon.
            try database.execute(
                sql: """
                    PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
                    PRAGMA cache_size = -8192; PRAGMA wal_autocheckpoint = 4096
                    """
            )
        }
        self.file = file
        do {
            queue = try DatabaseQueue(path: file, configuration: configuration)
        } catch {
            throw SnapshotError(
                .badSnapshot,
                "‘\(file)’ cannot be opened as a snapshot.",
                hint: "Snapshots are made by ‘emwalk crawl --out FILE’."
            )
        }
    }

    /// A value of what is known of the snapshot itself: `format`, `api`, `entry`, `accept`, `begun`, `ended`.
    public subscript(key: String) -> String? {
        get throws {
            try queue.read { try String.fetchOne($0, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key]) }
        }
    }

    /// Keeps a value of what is known of the snapshot itself.
    public func set(_ key: String, _ value: String) throws {
        try queue.write {
            try $0.execute(sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", arguments: [key, value])
        }
    }

    /// How many rows there are of each kind.
    public func summary() throws -> SnapshotSummary {
        try queue.read { database in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
            return SnapshotSummary(
                read: try count("SELECT count(*) FROM document WHERE state = 'read'"),
                failed: try count("SELECT count(*) FROM document WHERE state = 'failed'"),
                waiting: try count("SELECT count(*) FROM document WHERE state = 'waiting'"),
                left: try count("SELECT count(*) FROM document WHERE state = 'left'"),
                resources: try count("SELECT count(*) FROM resource"),
                links: try count("SELECT count(*) FROM link"),
                findings: try count("SELECT count(*) FROM finding")
            )
        }
    }
}
#endif
