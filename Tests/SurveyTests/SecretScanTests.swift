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
import Workflows

/// Whatever is kept of a session can be given away: cassette, archive, snapshot, page, trace and journal.
@Suite struct SecretScanTests {
    static let password = "corr&ct \"horse\" /battery"

    /// Everything that two sessions left behind, by name.
    private static func kept(_ dress: SeededWorld.Dress) async throws -> (
        texts: [String: [UInt8]], secrets: Set<String>
    ) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "emwalk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let time = WorldTime()
        let configuration = SimulatorConfiguration {
            $0.opaqueURLs = dress.isOpaque
            $0.shuffleLinks = dress.isShuffled
            $0.password = password
        }
        let simulator = SimulatorTransport(configuration: configuration, now: { time.request() })
        let listener = TokenListener(simulator)
        let credentials = Credentials(user: configuration.user, password: password)
        let entry = try EntryPoint(simulator.entry)
        let recorder = CassetteRecorder(
            listener,
            profile: .enterpriseManager,
            entry: entry,
            credentials: credentials
        )
        let told = Mutex<String>("")
        let clients = (1...2).map { _ in
            HypermediaClient(
                profile: .enterpriseManager,
                entry: entry,
                transport: recorder,
                credentials: credentials,
                options: ClientOptions(accept: dress.format),
                time: time.source,
                onHop: { hop in told.withLock { $0 += "\(hop)\n" } },
                onRequest: { request in told.withLock { $0 += "\(request)\n" } }
            )
        }
        let snapshot = try Snapshot.writable(folder.appending(path: "a.emsnap").path)
        let journal = InMemoryJournal()
        let clone = try WorkflowCatalog.enterpriseManager().workflow("clone-job")
        // What fails tells something, too.
        simulator.setFaults([Fault(.status(500), on: FaultMatch(path: "/logonSessions"), occurrence: 2)])
        _ = try await HypermediaClient.withSession(clients[0]) { _ in
            try await SnapshotCrawl(clients[0], into: snapshot, policy: CrawlPolicy(depth: 1)).run()
        }
        let result = try await HypermediaClient.withSession(clients[1]) { _ in
            try await WorkflowRunner(client: clients[1], journal: journal).run(
                clone,
                inputs: ["job": "Nightly", "name": "Copy", "repository": "Backup Vol 01"],
                run: "one"
            )
        }
        #expect(result.outcome == .changed, "\(result.message)")
        var run = ""
        dump(result, to: &run)
        for entry in await journal.entries(of: "one") { dump(entry, to: &run) }

        let cassette = recorder.cassette
        try cassette.write(folder: folder.appending(path: "cassette").path)
        var texts: [String: [UInt8]] = [
            "trace": Array(told.withLock { $0 }.utf8), "journal": Array(run.utf8), "archive": try cassette.har,
        ]
        var page = ""
        try snapshot.writePage { page += $0 }
        texts["page"] = Array(page.utf8)
        for document in try snapshot.documents() {
            texts["snapshot \(document.path)"] = try snapshot.bytes(of: document.id) ?? []
        }
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            if !file.hasDirectoryPath { texts["file \(file.lastPathComponent)"] = Array(try Data(contentsOf: file)) }
        }
        let basic = Data("\(configuration.user):\(password)".utf8).base64EncodedString()
        return (texts, listener.secrets.union([password, basic]))
    }

    /// How a text may be written where it is kept.
    private static func spellings(of secret: String) -> [String] {
        let inXML = secret.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        let inJSON = secret.replacing("\"", with: "\\\"")
        let percent = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? secret
        let base64 = Data(secret.utf8).base64EncodedString()
        return [secret, inXML, inJSON, inJSON.replacing("/", with: "\\/"), percent, base64]
    }

    @Test(arguments: SeededWorld.Dress.all) func nothingThatIsKeptTellsASecret(_ dress: SeededWorld.Dress) async throws
    {
        let (texts, secrets) = try await SecretScanTests.kept(dress)
        #expect(texts.count > 40)
        // Two logons, each with a token and the session id that it is made of; the password, and what logs on with it.
        #expect(secrets.count >= 6, "\(secrets.count)")
        let patterns = secrets.flatMap { SecretScanTests.spellings(of: $0) }.map { Data($0.utf8) }
        for (name, bytes) in texts {
            let data = Data(bytes)
            for pattern in patterns where data.range(of: pattern) != nil {
                Issue.record("\(name) tells \(String(decoding: pattern, as: UTF8.self))")
            }
        }
        // The scan sees what is there: every kind of thing that is kept speaks of the job.
        for name in ["journal", "archive", "page", "file a.emsnap"] {
            #expect(texts[name].map { Data($0).range(of: Data("Nightly".utf8)) != nil } == true, "\(name)")
        }
    }
}
#endif
