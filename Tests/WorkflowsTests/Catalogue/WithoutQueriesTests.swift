// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Servers that offer no queries: there the list of every run is read.
@Suite struct WithoutQueriesTests {
    /// A connection on which the link to the queries is another one.
    private struct WithoutQueries: Transport {
        let inner: any Transport

        func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
            let response = try await inner.send(request)
            var bytes: [UInt8] = []
            do {
                for try await piece in response.body { bytes += piece }
            } catch {
                throw TransportFailure(.closed, "The answer broke off.", requestMayHaveBeenSent: true)
            }
            let text = String(decoding: bytes, as: UTF8.self).replacing("QueryService", with: "OtherService")
            return TransportResponse(head: response.head, body: ResponseBody(bytes: Array(text.utf8)))
        }
    }

    @Test(arguments: DocumentFormat.allCases, ["Nightly", "DC Replication"])
    func runsAreFoundInTheWholeList(_ format: DocumentFormat, _ job: String) async throws {
        let configuration = SimulatorConfiguration { $0.jobSessionDuration = .seconds(600) }
        let time = HandTime()
        let server = SimulatorTransport(configuration: configuration, now: { time.request() })
        let client = HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(server.entry),
            transport: WithoutQueries(inner: server),
            credentials: Credentials(user: configuration.user, password: configuration.password),
            options: ClientOptions(accept: format),
            time: time.source
        )
        let catalog = try WorkflowCatalog.enterpriseManager()
        let results = try await HypermediaClient.withSession(client) { _ in
            let runner = WorkflowRunner(client: client)
            var results: [RunResult] = []
            for name in ["stop-job", "start-job", "last-session-of-job", "stop-job"] {
                results.append(try await runner.run(try catalog.workflow(name), inputs: ["job": job]))
            }
            return results
        }
        #expect(results.map(\.outcome) == [.unchanged, .changed, .read, .changed], "\(results.map(\.message))")
        #expect(results[2].outputs["session"]?["JobName"]?.scalar == job)
        #expect(server.log.madeUp.isEmpty)
        #expect(server.log.entries.contains { $0.path.contains("Sessions?format=Entity") })
        #expect(!server.log.entries.contains { $0.path.contains("/query?") })
    }
}
