// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Synchronization
import Testing

@Suite struct LogoffTests {
    struct Stop: Error {}

    @Test(arguments: formats, [false, true])
    func theSessionEndsByItsLinkTypedOrNot(_ format: DocumentFormat, typed: Bool) async throws {
        let server = Server { $0.deleteLinkTyped = typed }
        let ending = Ending()
        let client = try server.client(ClientOptions(accept: format))
        try await HypermediaClient.withSession(client, onLogoff: ending.note) { _ in }
        #expect(ending.all == [.done])
        #expect(server.logoffs == 1)
        #expect(server.transport.log.madeUp.isEmpty)
    }

    @Test func anErrorInTheBodyIsThrownAfterTheLogoff() async throws {
        let server = Server()
        let ending = Ending()
        let client = try server.client()
        await #expect(throws: Stop.self) {
            try await HypermediaClient.withSession(client, onLogoff: ending.note) { _ in throw Stop() }
        }
        #expect(ending.all == [.done])
    }

    @Test func aCancelledBodyIsLoggedOffToo() async throws {
        let server = Server()
        let ending = Ending()
        let client = try server.client()
        let gate = Gate(2)
        let task = Task {
            try await HypermediaClient.withSession(client, onLogoff: ending.note) { hub in
                await gate.arrive()
                while !Task.isCancelled { await Task.yield() }
                _ = try await client.follow(try RenewalTests.jobs.selectOne(in: hub))
            }
        }
        await gate.arrive()
        task.cancel()
        let result = await task.result
        #expect(throws: ClientError.self) { try result.get() }
        #expect(ending.all == [.done])
        #expect(server.logoffs == 1)
        // The cancelled request never left; the logoff did.
        #expect(server.transport.log.entries.map(\.method) == [.get, .post, .delete])
    }

    @Test func theSessionOfTheRenewalIsTheOneThatEnds() async throws {
        let server = Server()
        let client = try server.client()
        let ending = Ending()
        try await HypermediaClient.withSession(client, onLogoff: ending.note) { hub in
            server.clock.advance(by: .seconds(901))
            _ = try await client.follow(try RenewalTests.jobs.selectOne(in: hub))
        }
        #expect(ending.all == [.done])
        #expect(server.transport.log.entries.last?.status == 204)
    }

    @Test func aSessionThatTheServerEndedIsNotRenewedToBeEnded() async throws {
        let server = Server()
        let client = try server.client()
        let ending = Ending()
        try await HypermediaClient.withSession(client, onLogoff: ending.note) { hub in
            _ = try await client.follow(try RenewalTests.jobs.selectOne(in: hub))
            server.clock.advance(by: .seconds(901))
        }
        #expect(ending.all == [.none])
        #expect(server.logons == 1)
        #expect(server.logoffs == 1)
    }

    static let refusals: [Script.Outcome] = [
        .answer(
            500,
            "<Error Message=\"Session \(Stub.sessionID) \(Stub.token) is stuck\" xmlns=\"\(Stub.namespace)\"/>"
        ),
        .answer(302, type: nil, [.location: "https://elsewhere.test/"]),
        .failure(TransportFailure(.timeout, "No answer came in time.", requestMayHaveBeenSent: true)),
        .failure(TransportFailure(.closed, "The connection closed.", requestMayHaveBeenSent: false)),
    ]

    @Test(arguments: refusals.indices) func aLogoffThatFailsIsToldAndThrowsNothing(_ index: Int) async throws {
        let stub = Stub { $0.line == "DELETE /api/session" ? LogoffTests.refusals[index] : nil }
        let client = try stub.client()
        let ending = Ending()
        let value = try await HypermediaClient.withSession(client, onLogoff: ending.note) { _ in 42 }
        #expect(value == 42)
        let reason = try #require(ending.reason)
        #expect(!reason.isEmpty)
        #expect(!reason.contains(Stub.token) && !reason.contains(Stub.sessionID))
        #expect(stub.script.lines == ["GET /api/", "POST /api/logon", "DELETE /api/session"])
        #expect(await client.logOff() == .none)
    }

    @Test(arguments: [
        "", "<Link Rel=\"Delete\" Type=\"Job\" Href=\"/api/job\"/>",
        "<Link Rel=\"Delete\" Href=\"/api/a\"/><Link Rel=\"Delete\" Href=\"/api/b\"/>",
    ])
    func withoutOneDeleteLinkNothingIsGuessed(_ links: String) async throws {
        let hub = "<LogonSession xmlns=\"\(Stub.namespace)\"><Links>\(links)</Links></LogonSession>"
        let stub = Stub { $0.line == "POST /api/logon" ? .answer(201, hub, Stub.tokenField) : nil }
        let client = try stub.client()
        let ending = Ending()
        try await HypermediaClient.withSession(client, onLogoff: ending.note) { _ in }
        #expect(ending.reason?.contains("Delete") == true)
        #expect(stub.script.lines.count == 2)
    }

    @Test func nothingIsSentAfterIt() async throws {
        let server = Server()
        let client = try server.client()
        let hub = try await client.logOn()
        let link = try RenewalTests.jobs.selectOne(in: hub)
        #expect(await client.logOff() == .done)
        _ = await clientError(.closed) { try await client.follow(link) }
        #expect(await client.logOff() == .none)
        #expect(server.transport.log.entries.count == 3)
        #expect(await client.hub == nil)
    }

    @Test func whoNeverLoggedOnHasNothingToEnd() async throws {
        let server = Server()
        let client = try server.client()
        #expect(await client.logOff() == .none)
        #expect(server.transport.log.entries.isEmpty)
    }
}
