// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManagerSimulatorServer
import HTTPTransport
import HTTPTypes
import HypermediaClient
import Testing

@Suite(.timeLimit(.minutes(1))) struct ServerLifetimeTests {
    private static let securities: [SimulatorServer.Security] = [.plain, .generated]
    private static let forever = Duration.seconds(24 * 60 * 60)

    @Test(arguments: securities)
    func theServerEndsThoughAConnectionIsIdle(security: SimulatorServer.Security) async throws {
        try await HTTPTransport.withTransport(tls: .insecure) { transport in
            let address = try await SimulatorServer(handler: StubHandler(), security: security).withServer { address in
                let answer0 = try await transport.text(address.request())
                #expect(answer0 == "hello")
                return address
            }
            let code = await transport.failure(address.request())?.code
            #expect(code == .refused || code == .closed)
        }
    }

    @Test(arguments: securities)
    func theServerEndsThoughAHandlerHangs(security: SimulatorServer.Security) async throws {
        let handler = StubHandler { _ in
            try await Task.sleep(for: Self.forever)
            return .text("")
        }
        try await HTTPTransport.withTransport(tls: .insecure) { transport in
            try await withThrowingTaskGroup(of: TransportFailure?.self) { group in
                try await SimulatorServer(handler: handler, security: security).withServer { address in
                    group.addTask { await transport.failure(address.request()) }
                    while handler.requests.isEmpty { await Task.yield() }
                }
                #expect(try await group.next()??.code == .closed)
            }
        }
    }

    @Test func whatTheBodyThrowsComesOut() async throws {
        let failure = await #expect(throws: TransportFailure.self) {
            try await SimulatorServer(handler: StubHandler()).withServer { _ in throw TransportFailure.dropped }
        }
        #expect(failure == .dropped)
    }

    @Test func aPortInUseIsNamed() async throws {
        try await SimulatorServer(handler: StubHandler(), security: .plain).withServer { address in
            let failure = await #expect(throws: SimulatorServer.StartFailure.self) {
                try await SimulatorServer(handler: StubHandler(), port: address.port, security: .plain).withServer {
                    _ in
                }
            }
            #expect(failure?.description.contains("\(address.port)") == true)
        }
    }

    @Test func cancellingEndsAServerThatJustRuns() async throws {
        let (addresses, ready) = AsyncStream.makeStream(of: ServerAddress.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await SimulatorServer(handler: StubHandler(), security: .plain).run { ready.yield($0) }
            }
            for await address in addresses {
                try await HTTPTransport.withTransport(tls: .systemRoots) { transport in
                    let answer1 = try await transport.text(address.request())
                    #expect(answer1 == "hello")
                }
                break
            }
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    /// What is cancelled must still be able to log off.
    @Test func theServerStaysForTheCleanUpOfACancelledBody() async throws {
        let handler = StubHandler()
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await SimulatorServer(handler: handler, security: .plain).withServer { address in
                    start.yield()
                    try? await Task.sleep(for: Self.forever)
                    #expect(Task.isCancelled)
                    // The clean-up runs in a task that is not cancelled.
                    let answer = try await Task {
                        try await HTTPTransport.withTransport(tls: .systemRoots) { transport in
                            try await transport.text(address.request("/off"))
                        }
                    }.value
                    #expect(answer == "hello")
                }
            }
            for await _ in started { break }
            group.cancelAll()
            try await group.waitForAll()
        }
        #expect(handler.requests.map(\.head.path) == ["/off"])
    }
}
#endif
