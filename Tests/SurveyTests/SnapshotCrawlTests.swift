// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManager
import EnterpriseManagerSimulator
import Foundation
import Hypermedia
import HypermediaClient
import Survey
import Synchronization
import Testing

@Suite struct SnapshotCrawlTests {
    static let password = "correct horse"

    /// A world, and files that end with the test.
    final class Setting: Sendable {
        let transport: SimulatorTransport
        let listener: TokenListener
        private let slept = Mutex(Duration.zero)
        let folder = FileManager.default.temporaryDirectory.appending(path: "emwalk-\(UUID().uuidString)")

        init(
            _ change: (inout SimulatorConfiguration) -> Void = { _ in },
            editedBy edit: (@Sendable (String) -> String)?
        ) throws {
            transport = SimulatorTransport(configuration: SimulatorConfiguration(change), step: .milliseconds(1))
            let transport = transport
            listener = TokenListener(edit.map { EditingTransport(inner: transport, edit: $0) } ?? transport)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }

        convenience init(_ change: (inout SimulatorConfiguration) -> Void = { _ in }) throws {
            try self.init(change, editedBy: nil)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func snapshot(_ name: String) throws -> Snapshot {
            try Snapshot.writable(folder.appending(path: name).path)
        }

        func crawl(
            into snapshot: Snapshot,
            format: DocumentFormat = .xml,
            policy: CrawlPolicy = CrawlPolicy(depth: 2),
            passage: Int = 1 << 20,
            onProgress: (@Sendable (CrawlProgress) -> Void)? = nil
        ) async throws -> SnapshotSummary {
            let client = HypermediaClient(
                profile: .enterpriseManager,
                entry: try EntryPoint(transport.entry),
                transport: listener,
                credentials: Credentials(user: "EXAMPLE\\operator", password: SnapshotCrawlTests.password),
                options: ClientOptions(accept: format, limits: ClientLimits(passageBytes: passage)),
                time: TimeSource(
                    now: { self.slept.withLock { $0 } },
                    sleep: { pause in self.slept.withLock { $0 += pause } }
                )
            )
            return try await HypermediaClient.withSession(client) { _ in
                try await SnapshotCrawl(client, into: snapshot, policy: policy).run(onProgress: onProgress)
            }
        }
    }

    @Test(arguments: [false, true]) func whatACrawlInMemorySeesIsInTheSnapshot(_ isOpaque: Bool) async throws {
        let setting = try Setting {
            $0.opaqueURLs = isOpaque
            $0.shuffleLinks = isOpaque
        }
        let snapshot = try setting.snapshot("a")
        let summary = try await setting.crawl(into: snapshot, policy: CrawlPolicy(depth: 2))
        let (report, _) = try await CrawlTests.crawl(.xml, limits: CrawlLimits(depth: 2)) {
            $0.opaqueURLs = isOpaque
        }
        #expect(summary.failed == 0)
        #expect(summary.isComplete)
        let paths = Set(try snapshot.documents().map(\.path))
        let visited = Set(report.visits.map(\.path.description) + [""])
        // Links to logon sessions are left alone; the hub is known as where it began.
        let sessions = visited.subtracting(paths)
        #expect(sessions.allSatisfy { $0.hasSuffix(":LogonSession") }, "\(sessions)")
        #expect(paths.isSubset(of: visited))
        #expect(sessions.count < 10)
        #expect(setting.transport.log.madeUp.isEmpty)
        #expect(setting.transport.log.writes.isEmpty)
    }

    /// In which format, and from how many bytes on in passages.
    static let manners = [(DocumentFormat.xml, 1 << 20), (.json, 1 << 20), (.xml, 700), (.json, 700)]

    /// Cut off after some documents, twice, each time without a word.
    ///
    /// Each part is in a session of its own.
    @Test(arguments: [false, true], manners)
    func goesOnWhereItWasCutOff(_ isOpaque: Bool, _ manner: (format: DocumentFormat, passage: Int)) async throws {
        let (format, passage) = manner
        let setting = try Setting {
            $0.opaqueURLs = isOpaque
            $0.shuffleLinks = isOpaque
        }
        let whole = try setting.snapshot("whole")
        // Where every href is another, every link is another document: a part of the world will do.
        let policy = CrawlPolicy(
            depth: 3,
            types: [
                "JobReferenceList", "Job", "JobReference", "ObjectInJobList", "RepositoryReferenceList", "Repository",
                "BackupServerReferenceList", "BackupServer", "LookupService", "HierarchyItemList", "AgentsService",
            ]
        )
        _ = try await setting.crawl(into: whole, format: format, policy: policy, passage: passage)
        let parts = try setting.snapshot("parts")
        for cut in [25, 15] {
            let snapshot = parts
            let task = Mutex<Task<SnapshotSummary, any Error>?>(nil)
            let (gate, begin) = AsyncStream.makeStream(of: Never.self)
            let crawl = Task {
                // Not before it is known whom to cut off.
                for await _ in gate {}
                return try await setting.crawl(into: snapshot, format: format, policy: policy, passage: passage) {
                    progress in
                    if progress.read >= cut { task.withLock { $0 }?.cancel() }
                }
            }
            task.withLock { $0 = crawl }
            begin.finish()
            await #expect(throws: (any Error).self) { try await crawl.value }
            #expect(try parts.summary().waiting > 0)
        }
        let before = setting.transport.log.entries.count
        let summary = try await setting.crawl(into: parts, format: format, policy: policy, passage: passage)
        #expect(summary.isComplete)
        let findings = try parts.findings()
        #expect(summary.failed == 0, "\(findings.prefix(3))")
        // What is told of: where links come in another order every time, another walk may have led there first.
        let things = "SELECT key FROM thing ORDER BY key"
        #expect(try parts.table(of: things).rows == whole.table(of: things).rows)
        #expect(summary.resources == (try whole.summary().resources))
        #expect(setting.transport.log.madeUp.isEmpty)
        // What was read before was not read again, but for the documents in which links had to be found again.
        let asked = setting.transport.log.entries.count - before
        #expect(asked < summary.read)
    }

    @Test func keepsNoSecret() async throws {
        let setting = try Setting()
        let snapshot = try setting.snapshot("a")
        _ = try await setting.crawl(into: snapshot, policy: CrawlPolicy(depth: 2))
        let tokens = setting.listener.tokens
        let sessions = tokens.compactMap { Data(base64Encoded: $0) }.map { String(decoding: $0, as: UTF8.self) }
        #expect(!sessions.isEmpty)
        let secrets = tokens + sessions + [SnapshotCrawlTests.password]
        for document in try snapshot.documents() {
            let text = String(decoding: try snapshot.bytes(of: document.id) ?? [], as: UTF8.self)
            for secret in secrets { #expect(!text.contains(secret), "\(document.path)") }
        }
        let file = try Data(contentsOf: URL(filePath: snapshot.file))
        for secret in secrets { #expect(file.range(of: Data(secret.utf8)) == nil) }
    }

    /// What only whoever asks needs is there when a crawl has ended, and bytes are those that came, however many.
    @Test func anEndedCrawlHasItsIndexesAndEveryByte() async throws {
        let setting = try Setting { $0.generatedJobs = 1500 }
        let snapshot = try setting.snapshot("a")
        let policy = CrawlPolicy(documents: 20, types: ["JobReferenceList", "Job"])
        let summary = try await setting.crawl(into: snapshot, policy: policy)
        #expect(summary.failed == 0)
        let indexes = try snapshot.table(of: "SELECT name FROM sqlite_master WHERE type = 'index'").rows.compactMap {
            $0[0]
        }
        #expect(Set(["resource_key", "resource_uid", "link_target"]).isSubset(of: indexes))
        let rows = try snapshot.table(of: "SELECT id, size FROM document WHERE type = 'JobReferenceList'").rows
        let id = try #require(rows.first?[0].flatMap { Int64($0) })
        let size = try #require(rows.first?[1].flatMap { Int($0) })
        let bytes = try #require(try snapshot.bytes(of: id))
        #expect(bytes.count == size)
        #expect(bytes.count > 1 << 19)
        let text = String(decoding: bytes, as: UTF8.self)
        let items = try Representation.read(bytes, profile: .enterpriseManager).root.items.count
        #expect(items > 1500)
        #expect(text.contains(Cassette.origin))
        #expect(!text.contains(transportHost(setting)))
        let resources = "SELECT count(*) FROM resource WHERE document = \(id)"
        #expect(try snapshot.table(of: resources).rows == [["\(items + 1)"]])
    }

    private func transportHost(_ setting: Setting) -> String {
        setting.transport.entry.split(separator: "/").dropFirst().first.map { "//\($0)/" } ?? ""
    }

    @Test func aBusyServerIsGivenRest() async throws {
        let setting = try Setting()
        let busy = (5...9).compactMap { FaultGrammar.fault("status=503@GET#\($0)") }
        #expect(busy.count == 5)
        setting.transport.setFaults(busy)
        let snapshot = try setting.snapshot("a")
        let summary = try await setting.crawl(into: snapshot, policy: CrawlPolicy(depth: 1))
        #expect(summary.isComplete)
        #expect(summary.failed == 0)
    }

    @Test func policiesAreKept() async throws {
        let setting = try Setting()
        let few = try await setting.crawl(into: try setting.snapshot("few"), policy: CrawlPolicy(documents: 10))
        #expect(few.read == 11)
        #expect(!few.isComplete)
        let sample = try setting.snapshot("sample")
        _ = try await setting.crawl(into: sample, policy: CrawlPolicy(depth: 2, sample: 1))
        let jobs = try sample.documents().filter { $0.path.hasPrefix("Down:JobReferenceList/") }
        #expect(Set(jobs.map { $0.path.split(separator: "/")[1] }).count == 1)
        let typed = try setting.snapshot("typed")
        _ = try await setting.crawl(into: typed, policy: CrawlPolicy(types: ["JobReferenceList", "Job"]))
        #expect(Set(try typed.documents().map(\.type)).isSubset(of: [nil, "JobReferenceList", "Job"]))
    }
}
#endif
