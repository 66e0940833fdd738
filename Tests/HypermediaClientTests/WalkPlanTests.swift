// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Foundation
import Hypermedia
import HypermediaClient
import Testing

/// Walks as values: built, printed, saved, planned, walked elsewhere.
@Suite struct WalkPlanTests {
    static let start = RelPath.here.following("Down", type: "JobReferenceList").item(named: "Nightly")
        .following("Alternate", type: "Job").following("Start")

    private func client(_ simulator: SimulatorTransport, _ format: DocumentFormat) throws -> HypermediaClient {
        HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(simulator.entry),
            transport: simulator,
            credentials: Credentials(
                user: SimulatorConfiguration().user,
                password: SimulatorConfiguration().password
            ),
            options: ClientOptions(accept: format)
        )
    }

    private func simulator(_ change: (inout SimulatorConfiguration) -> Void = { _ in }) -> SimulatorTransport {
        SimulatorTransport(configuration: SimulatorConfiguration(change), clock: ContinuousClock())
    }

    @Test(arguments: [DocumentFormat.xml, .json]) func aPlanReadsAndSendsNoWrite(_ format: DocumentFormat) async throws
    {
        let simulator = simulator()
        let client = try client(simulator, format)
        try await HypermediaClient.withSession(client) { _ in
            let writes = simulator.log.writes.count
            let plan = try await client.plan(Self.start)
            #expect(plan.isWrite)
            #expect(plan.resource == nil)
            #expect(plan.hops.map(\.rel) == ["Down", "Alternate"])
            #expect(plan.request?.verb == .post)
            #expect(plan.request?.target.isEmpty == false)
            #expect(plan.origin.label == "Nightly")
            #expect(simulator.log.writes.count == writes)
            // What the plan shows is what is sent.
            let request = try #require(plan.request)
            let answer = try await client.perform(request)
            #expect(answer.status == 202)
            #expect(answer.hop.target == request.target)
            #expect(simulator.log.writes.count == writes + 1)
            #expect(simulator.log.madeUp.isEmpty)

            let read = try await client.plan(RelPath(steps: Self.start.steps.dropLast()))
            #expect(!read.isWrite)
            #expect(read.dangers.isEmpty)
            let item = try await client.plan(RelPath("Down:JobReferenceList/@Nightly"))
            #expect(item.request == nil)
            #expect(item.resource?.label == "Nightly")
            let toggled = try await client.plan(
                RelPath("Down:JobReferenceList/@Nightly/Alternate:Job/ToggleScheduleEnabled")
            )
            #expect(toggled.dangers.count == 1)
        }
    }

    @Test func aWalkThatIsSavedLeadsToTheSameElsewhere() async throws {
        let data = try JSONEncoder().encode(["job": Self.start])
        #expect(String(decoding: data, as: UTF8.self).contains("Nightly"))
        #expect(!String(decoding: data, as: UTF8.self).contains("http"))
        let saved = try #require(try JSONDecoder().decode([String: RelPath].self, from: data)["job"])
        #expect(saved == Self.start)
        for isOpaque in [false, true] {
            let simulator = simulator { $0.opaqueURLs = isOpaque }
            let client = try client(simulator, .xml)
            let plan = try await HypermediaClient.withSession(client) { _ in try await client.plan(saved) }
            #expect(plan.request?.link.rel == "Start")
        }
        #expect(throws: (any Error).self) { try JSONDecoder().decode([RelPath].self, from: Data("[\"Down:[\"]".utf8)) }
    }

    @Test func aWriteInTheMiddleIsNotSent() async throws {
        let simulator = simulator()
        let client = try client(simulator, .xml)
        let error = await #expect(throws: ClientError.self) {
            try await HypermediaClient.withSession(client) { _ in
                try await client.plan(Self.start.following("Related"))
            }
        }
        #expect(error?.code == .writeInPath)
        #expect(simulator.log.writes.isEmpty)
    }
}
