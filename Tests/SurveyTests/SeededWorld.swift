// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManager
import EnterpriseManagerSimulator
import Foundation
import Hypermedia
import HypermediaClient
import Survey
import Testing
import Workflows

/// A world that is looked at, changed and looked at again.
final class SeededWorld: Sendable {
    /// How it shows itself.
    struct Dress: Sendable, CustomTestStringConvertible {
        let format: DocumentFormat
        let isOpaque: Bool
        let isShuffled: Bool

        var testDescription: String {
            "\(format.rawValue)\(isOpaque ? ", opaque" : "")\(isShuffled ? ", shuffled" : "")"
        }

        static let all = [DocumentFormat.xml, .json].flatMap { format in
            [
                Dress(format: format, isOpaque: false, isShuffled: false),
                Dress(format: format, isOpaque: false, isShuffled: true),
                Dress(format: format, isOpaque: true, isShuffled: true),
            ]
        }
    }

    private static let schema = Result { try Schema.enterpriseManager() }

    private let time = WorldTime()
    private let transport: RenamingTransport
    private let entry: EntryPoint
    private let credentials: Credentials
    private let options: ClientOptions
    private let folder = FileManager.default.temporaryDirectory.appending(path: "emwalk-\(UUID().uuidString)")

    init(
        _ dress: Dress,
        apiVersion: String? = nil,
        account: Int = 0,
        _ change: (inout SimulatorConfiguration) -> Void = { _ in }
    ) throws {
        let configuration = SimulatorConfiguration {
            $0.opaqueURLs = dress.isOpaque
            $0.shuffleLinks = dress.isShuffled
            $0.linksInferredLists = true
            change(&$0)
        }
        let time = time
        let simulator = SimulatorTransport(configuration: configuration, now: { time.request() })
        transport = RenamingTransport(simulator)
        let others = configuration.accounts.map { Credentials(user: $0.name, password: $0.password) }
        let all = [Credentials(user: configuration.user, password: configuration.password)] + others
        entry = try EntryPoint(simulator.entry)
        credentials = all[account]
        options = ClientOptions(accept: dress.format, apiVersion: apiVersion, schema: try SeededWorld.schema.get())
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func client() -> HypermediaClient {
        HypermediaClient(
            profile: .enterpriseManager,
            entry: entry,
            transport: transport,
            credentials: credentials,
            options: options,
            time: time.source
        )
    }

    func crawl(_ name: String, policy: CrawlPolicy) async throws -> Snapshot {
        let snapshot = try Snapshot.writable(folder.appending(path: name).path)
        let client = client()
        let summary = try await HypermediaClient.withSession(client) { _ in
            try await SnapshotCrawl(client, into: snapshot, policy: policy).run()
        }
        #expect(summary.isComplete)
        return snapshot
    }

    func run(_ workflow: String, _ inputs: [String: String]) async throws {
        let workflow = try WorkflowCatalog.enterpriseManager().workflow(workflow)
        let client = client()
        let result = try await HypermediaClient.withSession(client) { _ in
            try await WorkflowRunner(client: client, journal: InMemoryJournal(), confirm: { _ in true })
                .run(workflow, inputs: inputs)
        }
        #expect(result.outcome == .changed, "\(result.message)")
        // What runs comes to its end.
        time.pass(.seconds(60))
    }

    func rename(_ old: String, _ new: String) { transport.rename(old, new) }
}
#endif
