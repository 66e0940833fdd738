// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import HTTPTypes
import HypermediaClient
import Testing

/// What other modules see: the public interface, over the transport.
@Suite struct TransportTests {
    static func request(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ headers: HTTPFields = [:]
    ) -> TransportRequest {
        TransportRequest(
            head: HTTPRequest(
                method: method,
                scheme: "https",
                authority: "em.example.test:9398",
                path: path,
                headerFields: headers
            )
        )
    }

    static func logOn(_ transport: SimulatorTransport) async throws -> HTTPFields {
        // "EXAMPLE\operator:correct horse"
        let headers: HTTPFields = [.authorization: "Basic RVhBTVBMRVxvcGVyYXRvcjpjb3JyZWN0IGhvcnNl"]
        let response = try await transport.send(request(.post, "/api/sessionMngr/?v=latest", headers))
        #expect(response.head.status == .created)
        return [Simulator.tokenHeader: response.head.headerFields[Simulator.tokenHeader] ?? ""]
    }

    @Test func aClientLogsOnAndReads() async throws {
        let transport = SimulatorTransport(now: { .zero })
        #expect(transport.entry == "https://em.example.test:9398/api/")
        let root = try await transport.send(TransportTests.request(.get, "/api/"))
        #expect(root.head.status == .ok)
        let headers = try await TransportTests.logOn(transport)
        let jobs = try await transport.send(TransportTests.request(.get, "/api/jobs", headers))
        var bytes: [UInt8] = []
        for try await chunk in jobs.body { bytes += chunk }
        #expect(String(decoding: bytes, as: UTF8.self).contains("Name=\"Nightly\""))
    }

    @Test func theLogTellsWhatWasMadeUp() async throws {
        let transport = SimulatorTransport(now: { .zero })
        _ = try await transport.send(TransportTests.request(.get, "/api/"))
        let headers = try await TransportTests.logOn(transport)
        _ = try await transport.send(TransportTests.request(.get, "/api/jobs", headers))
        #expect(transport.log.madeUp.isEmpty)
        _ = try await transport.send(TransportTests.request(.get, "/api/jobs?format=Entities", headers))
        _ = try await transport.send(TransportTests.request(.post, "/api/jobs/1?action=start", headers))
        #expect(transport.log.madeUp.map(\.path) == ["/api/jobs?format=Entities", "/api/jobs/1?action=start"])
        #expect(transport.log.madeUp.map(\.pathWasHandedOut) == [true, false])
        #expect(transport.log.writes.map(\.path) == ["/api/jobs/1?action=start"])
        #expect(transport.log.handedOut("https://em.example.test:9398/api/jobs?format=Entity"))
        #expect(!transport.log.handedOut("/api/nothing"))
    }

    @Test func theLogHoldsNoSecrets() async throws {
        let transport = SimulatorTransport(now: { .zero })
        let headers = try await TransportTests.logOn(transport)
        var hub = ""
        let sessions = try await transport.send(TransportTests.request(.get, "/api/logonSessions", headers))
        for try await chunk in sessions.body { hub += String(decoding: chunk, as: UTF8.self) }
        let start = try #require(hub.firstRange(of: "<SessionId>"))
        let id = String(hub[start.upperBound...].prefix(36))
        _ = try await transport.send(TransportTests.request(.delete, "/api/logonSessions/\(id)", headers))
        let entries = transport.log.entries
        #expect(entries.last?.path == "/api/logonSessions/***")
        #expect(!"\(entries)".contains(id))
        #expect(!String(reflecting: transport.log).contains(id))
        #expect(!"\(entries)".contains(headers[Simulator.tokenHeader] ?? "-"))
        #expect(transport.log.writes.isEmpty)
    }

    @Test func timeGoesOnWithEveryRequest() async throws {
        let transport = SimulatorTransport(
            configuration: SimulatorConfiguration { $0.sessionIdle = .seconds(3) },
            step: .seconds(2)
        )
        let headers = try await TransportTests.logOn(transport)
        #expect(try await transport.send(TransportTests.request(.get, "/api/jobs", headers)).head.status == .ok)
        _ = try await transport.send(TransportTests.request(.get, "/api/"))
        #expect(
            try await transport.send(TransportTests.request(.get, "/api/jobs", headers)).head.status == .unauthorized
        )
    }

    @Test(arguments: [(FaultEffect.dropBefore, false), (.dropAfter, true)])
    func aDropIsAFailure(effect: FaultEffect, mayHaveBeenSent: Bool) async throws {
        let transport = SimulatorTransport(
            configuration: SimulatorConfiguration { $0.faults = [Fault(effect)] },
            now: { .zero }
        )
        let failure = await #expect(throws: TransportFailure.self) {
            _ = try await transport.send(TransportTests.request(.get, "/api/"))
        }
        #expect(failure?.code == .closed)
        #expect(failure?.requestMayHaveBeenSent == mayHaveBeenSent)
        #expect(transport.log.handedOutCount == 0)
    }

    @Test func aTruncatedBodyEndsInAFailure() async throws {
        let transport = SimulatorTransport(
            configuration: SimulatorConfiguration { $0.faults = [Fault(.truncate(20))] },
            now: { .zero }
        )
        let response = try await transport.send(TransportTests.request(.get, "/api/"))
        var count = 0
        await #expect(throws: TransportFailure.self) {
            for try await chunk in response.body { count += chunk.count }
        }
        #expect(count == 20)
    }
}
