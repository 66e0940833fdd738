// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Synchronization
import Testing

@Suite struct SessionTests {
    static let formats: [DocumentFormat] = [.xml, .json]

    @Test(arguments: formats) func logsOnByTheLinkAndOffByTheLink(_ format: DocumentFormat) async throws {
        let server = Server { $0.jobSessionDuration = .seconds(1) }
        let hops = HopCollector()
        let client = try server.client(ClientOptions(accept: format), hops: hops)
        let type = try await HypermediaClient.withSession(client) { hub in hub.type }
        #expect(type == "LogonSession")
        #expect(
            hops.all.map { "\($0.verb) \($0.rel) \($0.status ?? 0)" } == [
                "GET entry 200", "POST Create 201", "DELETE Delete 204",
            ]
        )
        #expect(server.transport.log.madeUp.isEmpty)
    }

    @Test(arguments: formats) func walksAPathAndReadsTheEntity(_ format: DocumentFormat) async throws {
        let server = Server()
        let client = try server.client(ClientOptions(accept: format))
        let job = try await HypermediaClient.withSession(client) { _ in
            try await client.walk(try RelPath("Down:JobReferenceList/@Nightly/Alternate:Job"))
        }
        #expect(job.name == "Job")
        #expect(job.label == "Nightly")
        #expect(job.property("JobType") == "Backup")
        #expect(job.links.contains { $0.rel == "Clone" && $0.type == nil })
    }
}
