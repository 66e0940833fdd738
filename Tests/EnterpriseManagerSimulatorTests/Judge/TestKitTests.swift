// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing

/// What a user of the test kit sees.
@Suite struct TestKitTests {
    static func transport(_ change: (inout SimulatorConfiguration) -> Void = { _ in }) -> SimulatorTransport {
        SimulatorTransport(configuration: SimulatorConfiguration(change), step: .seconds(1))
    }

    static func client(_ transport: SimulatorTransport) throws -> HypermediaClient {
        let configuration = SimulatorConfiguration()
        return HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(transport.entry),
            transport: transport,
            credentials: Credentials(user: configuration.user, password: configuration.password)
        )
    }

    static let job = [LinkStep("Down", "JobReferenceList"), LinkStep("Alternate", "Job", ofItem: "Nightly")]

    @Test(arguments: [false, true])
    func aClientThatFollowsLinksPasses(opaque: Bool) async throws {
        let transport = TestKitTests.transport {
            $0.opaqueURLs = opaque
            $0.decoyLinks = true
        }
        let before = try transport.look(TestKitTests.job[0], TestKitTests.job[1])
        try before.expect("ScheduleEnabled", "true")
        let client = try TestKitTests.client(transport)
        try await HypermediaClient.withSession(client) { _ in
            _ = try await client.walk(RelPath("Down:JobReferenceList/@Nightly/Alternate:Job"))
        }
        try transport.log.expectOnlyHandedOut()
        try transport.log.expectNoTraps()
        try transport.log.expectNoErrors()
        try transport.log.expectWrites(0)
    }

    @Test func aClientThatMakesURLsUpIsFoundOut() async throws {
        let transport = TestKitTests.transport()
        _ = try await transport.send(TransportTests.request(.get, "/api/jobs"))
        let log = transport.log
        let failure = #expect(throws: FailedExpectation.self) { try log.expectOnlyHandedOut() }
        #expect(failure?.code == .madeUpURL)
        #expect(failure?.message.contains("/api/jobs") == true)
        #expect(throws: FailedExpectation.self) { try log.expectNoErrors() }
        #expect(throws: FailedExpectation.self) { try log.expectWrites(1) }
    }

    @Test func lookingLeavesNoTrace() throws {
        let transport = TestKitTests.transport { $0.faults = [Fault(.dropBefore)] }
        for _ in 0..<2 {
            let page = try transport.look(TestKitTests.job[0], TestKitTests.job[1])
            try page.expect("Name", "Nightly")
            try page.expectLink("Start")
            try page.expectLink("Alternate", "JobReference", name: "Nightly")
            try page.expectNoLink("Sync")
        }
        #expect(transport.log.entries.isEmpty)
        #expect(transport.log.handedOutCount == 0)
    }

    @Test func whatIsNotThereIsNamed() throws {
        let transport = TestKitTests.transport()
        let page = try transport.look(TestKitTests.job[0], TestKitTests.job[1])
        let link = #expect(throws: FailedExpectation.self) { try page.expectLink("Start", "Job") }
        #expect(link?.code == .link)
        #expect(link?.message.contains("Clone") == true)
        #expect(throws: FailedExpectation.self) { try page.expectNoLink("Start") }
        let value = #expect(throws: FailedExpectation.self) { try page.expect("Name", "Daily") }
        #expect(value?.code == .value)
        let item = #expect(throws: FailedExpectation.self) {
            try transport.look(TestKitTests.job[0], LinkStep("Alternate", "Job", ofItem: "Hourly"))
        }
        #expect(item?.code == .item)
        #expect(item?.message.contains("Nightly") == true)
    }
}
