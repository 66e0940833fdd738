// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB

/// The indexes that serve whoever asks a snapshot, and not the crawl that fills it.
///
/// Their keys come in no order, so that each row that is inserted touches a page of its own, far more of them than fit
/// into a cache; made when a crawl has come to its end, they are sorted once. A snapshot without them, of a crawl that
/// was killed, is asked the same questions and gives the same answers, later.
enum LateIndexes {
    private static let all = [
        (name: "resource_key", columns: "resource (key)"),
        (name: "resource_uid", columns: "resource (uid, type)"),
        (name: "link_target", columns: "link (target)"),
    ]

    /// Whether a crawl is faster without them: they are made of everything, however little is added.
    static func areLeftOut(read: Int, waiting: Int) -> Bool { waiting > read }

    static func drop(in database: Database) throws {
        for index in all { try database.execute(sql: "DROP INDEX IF EXISTS \(index.name)") }
    }

    static func make(in database: Database) throws {
        for index in all { try database.execute(sql: "CREATE INDEX IF NOT EXISTS \(index.name) ON \(index.columns)") }
    }
}
#endif
