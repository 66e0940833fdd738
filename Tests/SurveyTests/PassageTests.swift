// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Survey
import Synchronization
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
        isOpaque: Bool = false,
        edit: (@Sendable (String) -> String)? = nil
    ) async throws -> (tables: [[[String?]]], bytes: [[UInt8]?]) {
        let setting = try SnapshotCrawlTests.Setting(
            {
                $0.opaqueURLs = isOpaque
                $0.generatedJobs = 40
            },
            editedBy: edit
        )
        let snapshot = try setting.snapshot("a")
        let policy = CrawlPolicy(
            depth: 3,
            types: ["JobReferenceList", "Job", "JobReference", "RepositoryReferenceList", "Repository", "TaskList"],
            concurrency: 1
        )
        let summary = try await setting.crawl(into: snapshot, format: format, policy: policy, passage: passage)
        #expect(summary.failed == 0)
        #expect(summary.isComplete)
        #expect(setting.transport.log.madeUp.isEmpty)
        return (
            try PassageTests.tables.map { try snapshot.table(of: $0).rows },
            try snapshot.documents().map { try snapshot.bytes(of: $0.id) }
        )
    }

    /// All that a crawl in passages wrote is what a crawl without wrote.
    private func compare(
        _ format: DocumentFormat,
        isOpaque: Bool = false,
        edit: (@Sendable (String) -> String)? = nil
    ) async throws -> [[[String?]]] {
        let whole = try await written(format, passage: 1 << 20, isOpaque: isOpaque, edit: edit)
        #expect(whole.tables[1].count > 100)
        for passage in [1, 1000, 5000] {
            let parts = try await written(format, passage: passage, isOpaque: isOpaque, edit: edit)
            for (table, (part, all)) in zip(PassageTests.tables, zip(parts.tables, whole.tables)) {
                #expect(part.count == all.count, "\(table)")
                let difference = zip(part, all).first { $0 != $1 }
                #expect(difference == nil, "\(table)")
            }
            #expect(parts.bytes == whole.bytes)
        }
        return whole.tables
    }

    @Test(arguments: [DocumentFormat.xml, .json], [false, true])
    func passagesMakeNoDifference(_ format: DocumentFormat, _ isOpaque: Bool) async throws {
        _ = try await compare(format, isOpaque: isOpaque)
    }

    /// A password that is a word of hrefs stands in no row, and yet the hrefs are followed as they came.
    @Test(arguments: [DocumentFormat.xml, .json]) func aSecretInAListLeavesItsHrefsAlone(_ format: DocumentFormat)
        async throws
    {
        let tables = try await compare(format) { text in
            text.replacing("<EntityReferences ", with: "<EntityReferences Password=\"jobs\" ")
                .replacing("{\"Refs\":[", with: "{\"Password\":\"jobs\",\"Refs\":[")
        }
        let targets = tables[0].compactMap { $0[1] }
        #expect(targets.contains { $0.contains("/redacted-1/") })
        #expect(tables[0].count { $0[4] == "Job" && $0[10] == "read" } > 40)
    }

    /// Numbers and words of JSON that are secrets are no reason to lose a list.
    @Test func aSecretThatIsANumberIsTakenOut() async throws {
        let tables = try await compare(.json) { text in
            text.replacing("{\"Refs\":[", with: "{\"Password\":12345,\"Refs\":[")
        }
        #expect(!tables[2].contains { $0[3] == "12345" })
    }

    /// What only the end of a list tells is told of all of it.
    @Test func whatStandsAfterAListBelongsToIt() async throws {
        let tables = try await compare(.json) { text in
            guard text.hasPrefix("{\"Refs\":[") else { return text }
            return
                "\(text.dropLast()),\"Entities\":null,\"PagingInfo\":{\"PageNum\":1,\"PageSize\":100,\"PagesCount\":1},"
                + "\"UID\":\"late\",\"Name\":\"later\"}"
        }
        #expect(tables[1].contains { $0[4] == "QueryResult" && $0[6] == "late" && $0[7] == "later" })
    }

    /// The sizes of these tests do make passages.
    @Test(arguments: [DocumentFormat.xml, .json]) func listsComeInPassages(_ format: DocumentFormat) async throws {
        let setting = try SnapshotCrawlTests.Setting { $0.generatedJobs = 40 }
        let client = HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(setting.transport.entry),
            transport: setting.transport,
            credentials: Credentials(user: "EXAMPLE\\operator", password: SnapshotCrawlTests.password),
            options: ClientOptions(accept: format, limits: ClientLimits(passageBytes: 5000))
        )
        let counts = Mutex<[Int]>([])
        let last = try await HypermediaClient.withSession(client) { hub in
            let links = hub.links.filter { $0.type == "JobReferenceList" && $0.rel == "Down" }
            let link = try #require(links.first)
            let answer = try await client.follow(link) { passage in
                counts.withLock { $0.append(passage.root.items.count) }
            }
            return answer.resource?.items.count ?? 0
        }
        let all = counts.withLock { $0 }
        #expect(all.count > 1)
        #expect(all.allSatisfy { $0 > 0 })
        #expect(all.reduce(last, +) > 40)
    }
}
#endif
