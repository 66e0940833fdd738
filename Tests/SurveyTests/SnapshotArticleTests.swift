// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Survey
import Testing

/// What the article on snapshots says is so.
@Suite struct SnapshotArticleTests {
    private static func article() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "Sources/EnterpriseManager/EnterpriseManager.docc/Snapshots.md")
        return try String(contentsOf: file, encoding: .utf8)
    }

    @Test func everyQueryIsAnswered() async throws {
        let setting = try SnapshotCrawlTests.Setting()
        let snapshot = try setting.snapshot("a")
        _ = try await setting.crawl(into: snapshot)
        let queries = try SnapshotArticleTests.article().components(separatedBy: "```sql\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
        #expect(queries.count >= 6)
        for query in queries {
            let table = try snapshot.table(of: query)
            #expect(!table.rows.isEmpty, "\(query)")
        }
    }

    @Test func everyTableAndColumnIsDescribed() throws {
        let setting = try SnapshotCrawlTests.Setting()
        let snapshot = try setting.snapshot("a")
        let text = try SnapshotArticleTests.article()
        let tables = try snapshot.table(
            of: "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'grdb%'"
        ).rows.compactMap { $0[0] }
        #expect(tables.count == 10)
        for table in tables where !["thing", "edge", "type_map"].contains(table) {
            let section = try #require(text.components(separatedBy: "\n### \(table)\n").dropFirst().first, "\(table)")
            let own = try #require(section.components(separatedBy: "\n###").first)
            let columns = try snapshot.table(of: "SELECT name FROM pragma_table_info('\(table)')").rows
            for column in columns.compactMap({ $0[0] }) {
                #expect(own.contains("`\(column)`"), "\(table).\(column)")
            }
        }
    }

    @Test func aQueryCannotChangeTheSnapshot() throws {
        let setting = try SnapshotCrawlTests.Setting()
        let snapshot = try setting.snapshot("a")
        #expect(throws: SnapshotError.self) { try snapshot.table(of: "DELETE FROM meta") }
        #expect(throws: SnapshotError.self) { try snapshot.table(of: "SELECT nothing FROM nowhere") }
        #expect(try snapshot["format"] == "1")
    }
}
#endif
