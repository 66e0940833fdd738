// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Survey
import Testing

/// A snapshot does not tell whether its documents came as one or in passages.
@Suite struct PassageTests {
    private static let tables = [
        "SELECT id, target, parent, rel, type, name, path, place, exact, depth, state, status, format, size FROM document ORDER BY id",
        "SELECT id, document, parent, key, element, type, uid, name, target FROM resource ORDER BY id",
        "SELECT resource, path, ordinal, value FROM property ORDER BY resource, path, ordinal",
        "SELECT resource, rel, type, name, verb, target, origin FROM link ORDER BY id",
        "SELECT document, code, path, message FROM finding ORDER BY document, code, path",
        "SELECT identity FROM taken ORDER BY identity",
    ]

    /// Everything that a crawl of a fresh world wrote, table by table.
    private func written(
        _ format: DocumentFormat,
        passage: Int,
        isOpaque: Bool
    ) async throws -> (tables: [[[String?]]], bytes: [[UInt8]?]) {
        let setting = try SnapshotCrawlTests.Setting {
            $0.opaqueURLs = isOpaque
            $0.generatedJobs = 40
        }
        let snapshot = try setting.snapshot("a")
        let policy = CrawlPolicy(
            depth: 3,
            types: ["JobReferenceList", "Job", "JobReference", "RepositoryReferenceList", "Repository", "TaskList"],
            concurrency: 1
        )
        let summary = try await setting.crawl(into: snapshot, format: format, policy: policy, passage: passage)
        #expect(summary.failed == 0)
        #expect(summary.isComplete)
        return (
            try PassageTests.tables.map { try snapshot.table(of: $0).rows },
            try snapshot.documents().map { try snapshot.bytes(of: $0.id) }
        )
    }

    @Test(arguments: [DocumentFormat.xml, .json], [false, true])
    func passagesMakeNoDifference(_ format: DocumentFormat, _ isOpaque: Bool) async throws {
        let whole = try await written(format, passage: 1 << 20, isOpaque: isOpaque)
        #expect(whole.tables[1].count > 100)
        for passage in [1, 1000, 5000] {
            let parts = try await written(format, passage: passage, isOpaque: isOpaque)
            for (table, (part, all)) in zip(PassageTests.tables, zip(parts.tables, whole.tables)) {
                #expect(part.count == all.count, "\(table)")
                let difference = zip(part, all).first { $0 != $1 }
                #expect(difference == nil, "\(table)")
            }
            #expect(parts.bytes == whole.bytes)
        }
    }
}
#endif
