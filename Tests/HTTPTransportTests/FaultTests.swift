// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManagerSimulatorServer
import HTTPTransport
import HTTPTypes
import HypermediaClient
import Testing

@Suite struct FaultTests {
    private static let securities: [SimulatorServer.Security] = [.plain, .generated]
    private static let forever = Duration.seconds(24 * 60 * 60)

    @Test(arguments: securities)
    func aConnectionDroppedWithoutAnAnswerMayHaveHadItsEffect(security: SimulatorServer.Security) async throws {
        let handler = StubHandler { _ in throw TransportFailure.dropped }
        try await Exchange.run(handler, security: security, tls: { _ in .insecure }) { transport, address in
            let failure = try #require(await transport.failure(address.request(method: .post, body: [1])))
            #expect(failure.code == .closed)
            #expect(failure.requestMayHaveBeenSent)
        }
        // Nothing is tried twice.
        #expect(handler.requests.count == 1)
    }

    @Test(arguments: securities, [nil, 10, 6])
    func aBodyThatBreaksOffIsNotComplete(security: SimulatorServer.Security, length: Int?) async throws {
        let handler = StubHandler { _ in
            .chunks(length: length) { index in
                guard index == 0 else { throw TransportFailure.dropped }
                return Array("<five".utf8)
            }
        }
        try await Exchange.run(handler, security: security, tls: { _ in .insecure }) { transport, address in
            let response = try await transport.send(address.request())
            var seen: [UInt8] = []
            let failure = await #expect(throws: TransportFailure.self) {
                for try await chunk in response.body { seen += chunk }
            }
            #expect(String(decoding: seen, as: UTF8.self) == "<five")
            #expect(failure?.code == .closed)
            #expect(failure?.requestMayHaveBeenSent == true)
        }
    }

    @Test func anAnswerThatIsShorterThanItSaysIsNotComplete() async throws {
        let handler = StubHandler { _ in .chunks(length: 10) { $0 == 0 ? [60, 60] : nil } }
        try await Exchange.run(handler) { transport, address in
            #expect(await transport.failure(address.request(timeout: .milliseconds(500))) != nil)
        }
    }

    @Test(arguments: securities)
    func aServerThatNeverAnswersEndsInATimeout(security: SimulatorServer.Security) async throws {
        let handler = StubHandler { request in
            if request.head.path == "/hang" { try await Task.sleep(for: Self.forever) }
            return .text("hello")
        }
        try await Exchange.run(handler, security: security, tls: { _ in .insecure }) { transport, address in
            // The connection stands before the clock of the second request starts.
            _ = try await transport.text(address.request())
            let failure = try #require(await transport.failure(address.request("/hang", timeout: .milliseconds(300))))
            #expect(failure.code == .timeout)
            #expect(failure.requestMayHaveBeenSent)
        }
    }

    /// Neither one that trickles, so that no wait for a chunk is long, nor one that floods, so that none is needed.
    @Test(.timeLimit(.minutes(2)), arguments: securities, [1, 65_536])
    func aBodyThatNeverEndsEndsInATimeout(security: SimulatorServer.Security, size: Int) async throws {
        let handler = StubHandler { _ in
            .chunks(length: nil) { _ in
                if size == 1 { try await Task.sleep(for: .milliseconds(20)) }
                return [UInt8](repeating: 120, count: size)
            }
        }
        try await Exchange.run(handler, security: security, tls: { _ in .insecure }) { transport, address in
            var count = 0
            // How much of it comes in time depends on the machine: a busy one has more time to let some of it come.
            for seconds in [2, 8, 30] where count == 0 {
                let failure = await #expect(throws: TransportFailure.self) {
                    let response = try await transport.send(address.request(timeout: .seconds(seconds)))
                    for try await chunk in response.body { count += chunk.count }
                }
                #expect(failure?.code == .timeout)
            }
            #expect(count > 0)
        }
    }

    @Test func aRefusedConnectionSentNothing() async throws {
        let free = try await Exchange.run(StubHandler()) { _, address in address }
        try await HTTPTransport.withTransport(tls: .systemRoots) { transport in
            for host in ["127.0.0.1", "localhost"] {
                let failure = try #require(await transport.failure(free.request(host: host)))
                #expect(failure.code == .refused)
                #expect(!failure.requestMayHaveBeenSent)
            }
        }
    }

    @Test func anUnknownHostSentNothing() async throws {
        try await HTTPTransport.withTransport(tls: .systemRoots) { transport in
            let head = HTTPRequest(method: .get, scheme: "https", authority: "em.invalid:9398", path: "/api/")
            let failure = try #require(await transport.failure(TransportRequest(head: head)))
            #expect(failure.code == .dns)
            #expect(!failure.requestMayHaveBeenSent)
        }
    }

    @Test(arguments: [nil, "ftp"])
    func aRequestToNoHTTPServerIsRefused(scheme: String?) async throws {
        try await HTTPTransport.withTransport(tls: .systemRoots) { transport in
            let head = HTTPRequest(method: .get, scheme: scheme, authority: "127.0.0.1", path: "/")
            #expect(await transport.failure(TransportRequest(head: head))?.code == .network)
        }
    }

    @Test(arguments: [
        ("127.0.0.1", "@localhost/"), ("127.0.0.1", "x"), ("a@127.0.0.1", "/"), ("127.0.0.1/x", "/"), ("", "/"),
    ])
    func aRequestWhosePartsReachIntoEachOtherIsRefused(host: String, path: String) async throws {
        let handler = StubHandler()
        try await Exchange.run(handler) { transport, address in
            var request = address.request(path)
            request.head.authority = host.isEmpty ? "" : "\(host):\(address.port)"
            let failure = await transport.failure(request)
            #expect(failure?.code == .network)
            #expect(failure?.requestMayHaveBeenSent == false)
        }
        #expect(handler.requests.isEmpty)
    }

    @Test(arguments: securities)
    func cancellingEndsTheWaitForAnAnswer(security: SimulatorServer.Security) async throws {
        let handler = StubHandler { _ in
            try await Task.sleep(for: Self.forever)
            return .text("")
        }
        try await Exchange.run(handler, security: security, tls: { _ in .insecure }) { transport, address in
            let failure = await withTaskGroup(of: TransportFailure?.self) { group in
                group.addTask { await transport.failure(address.request()) }
                while handler.requests.isEmpty { await Task.yield() }
                group.cancelAll()
                return await group.next() ?? nil
            }
            #expect(failure?.code == .cancelled)
            #expect(failure?.requestMayHaveBeenSent == true)
        }
    }

    @Test(arguments: securities)
    func cancellingEndsTheWaitForAChunk(security: SimulatorServer.Security) async throws {
        let handler = StubHandler { _ in
            .chunks(length: nil) { index in
                if index > 0 { try await Task.sleep(for: Self.forever) }
                return [120]
            }
        }
        try await Exchange.run(handler, security: security, tls: { _ in .insecure }) { transport, address in
            let response = try await transport.send(address.request())
            let (seen, see) = AsyncStream.makeStream(of: Void.self)
            let failure = await withTaskGroup(of: TransportFailure?.self) { group in
                group.addTask {
                    do {
                        for try await _ in response.body { see.yield() }
                        return nil
                    } catch {
                        return error as? TransportFailure
                    }
                }
                for await _ in seen { break }
                group.cancelAll()
                return await group.next() ?? nil
            }
            #expect(failure?.code == .cancelled)
        }
    }

    @Test func aCancelledTaskSendsNothing() async throws {
        let handler = StubHandler()
        try await Exchange.run(handler) { transport, address in
            _ = try await transport.text(address.request())
            let failure = await withTaskGroup(of: TransportFailure?.self) { group in
                group.cancelAll()
                group.addTask { await transport.failure(address.request()) }
                return await group.next() ?? nil
            }
            #expect(failure?.code == .cancelled)
            #expect(failure?.requestMayHaveBeenSent == false)
        }
        #expect(handler.requests.count == 1)
    }

    @Test func noFailureTellsMoreThanTheHost() async throws {
        let handler = StubHandler { _ in throw TransportFailure.dropped }
        let session = try #require(HTTPField.Name("X-RestSvcSessionId"))
        try await Exchange.run(handler) { transport, address in
            let request = address.request("/api/logonSessions/5ecre7", fields: [session: "t0k3n"])
            let failure = try #require(await transport.failure(request))
            #expect(failure.message.contains("127.0.0.1"))
            for secret in ["5ecre7", "t0k3n"] { #expect(!"\(failure)".contains(secret)) }
        }
    }
}
#endif
