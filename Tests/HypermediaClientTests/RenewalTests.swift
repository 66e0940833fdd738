// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Synchronization
import Testing

@Suite struct RenewalTests {
    static let jobs = LinkSelector(rel: "Down", type: "JobReferenceList")

    @Test(arguments: formats, [false, true])
    func anIdleSessionIsRenewedOnce(_ format: DocumentFormat, afterARead: Bool) async throws {
        let server = Server { $0.sessionIdle = .seconds(900) }
        let hops = HopCollector()
        let client = try server.client(ClientOptions(accept: format), hops: hops)
        let ending = Ending()
        try await HypermediaClient.withSession(client, onLogoff: ending.note) { hub in
            let link = try RenewalTests.jobs.selectOne(in: hub)
            if afterARead { #expect(try await client.follow(link).generation == 1) }
            server.clock.advance(by: .seconds(900))
            let answer = try await client.follow(link)
            #expect(answer.generation == 2)
            #expect(answer.resource?.items.isEmpty == false)
        }
        let tail = [
            "GET Down 401 unauthorized", "GET entry 200", "POST Create 201", "GET Down 200", "DELETE Delete 204",
        ]
        #expect(hops.lines.suffix(5) == tail)
        #expect(server.logons == 2)
        #expect(ending.all == [.done])
        #expect(await client.sessionGeneration == 2)
        #expect(server.transport.log.madeUp.isEmpty)
        #expect(server.transport.log.writes.isEmpty)
    }

    @Test func eachIdleTimeIsRenewedAgain() async throws {
        let server = Server()
        let client = try server.client()
        try await HypermediaClient.withSession(client) { hub in
            for generation in 2...4 {
                server.clock.advance(by: .seconds(901))
                let answer = try await client.follow(try RenewalTests.jobs.selectOne(in: hub))
                #expect(answer.generation == generation)
            }
        }
        #expect(server.logons == 4)
    }

    @Test func aSecond401RightAfterIsTheEnd() async throws {
        let server = Server {
            $0.faults = [Fault(.unauthorized, on: FaultMatch(method: .get, path: "/jobs"), occurrence: nil)]
        }
        let client = try server.client()
        let error = await clientError(.unauthorized) {
            try await HypermediaClient.withSession(client) { hub in
                try await client.follow(try RenewalTests.jobs.selectOne(in: hub))
            }
        }
        #expect(error?.hint == "It was renewed once without success.")
        #expect(server.logons == 2)
    }

    @Test func aRequestThatIsAlwaysRefusedDoesNotRenewForEver() async throws {
        // Others succeed in between, so that each new session proves itself.
        let stub = Stub { request in
            switch request.line {
            case "GET /api/thing": .answer(401, type: nil)
            case "POST /api/start": .answer(204, type: nil)
            default: nil
            }
        }
        let client = try stub.client()
        try await HypermediaClient.withSession(client) { hub in
            let thing = try LinkSelector(rel: "Down").selectOne(in: hub)
            let start = try LinkSelector(rel: "Start").selectOne(in: hub)
            _ = await clientError(.unauthorized) { try await client.follow(thing) }
            _ = try await client.follow(start)
            _ = await clientError(.unauthorized) { try await client.follow(thing) }
        }
        #expect(stub.script.lines.filter { $0 == "GET /api/thing" }.count <= 4)
        #expect(stub.script.lines.filter { $0 == "POST /api/logon" }.count <= 3)
    }

    @Test(arguments: formats) func twoRequestsShareOneRenewal(_ format: DocumentFormat) async throws {
        let server = Server()
        let gate = Gate(2)
        // Both requests leave before either answer comes.
        let script = Script(over: server.transport) { request in
            if server.clock.now == .seconds(1000), request.head.method == .get,
                request.head.path?.contains("ob") == true
            {
                await gate.arrive()
            }
            return nil
        }
        let client = try server.client(ClientOptions(accept: format), through: script)
        try await HypermediaClient.withSession(client) { hub in
            server.clock.advance(by: .seconds(1000))
            let link = try RenewalTests.jobs.selectOne(in: hub)
            async let first = client.follow(link)
            async let second = client.follow(link)
            #expect(try await [first, second].map(\.generation) == [2, 2])
        }
        #expect(server.logons == 2)
        #expect(server.logoffs == 1)
    }

    @Test func aRefusedRenewalIsSharedAndNeverRepeated() async throws {
        let logons = Mutex(0)
        let gate = Gate(2)
        let stub = Stub { request in
            switch request.line {
            case "GET /api/thing":
                await gate.arrive()
                return .answer(401, type: nil)
            case "POST /api/logon":
                let count = logons.withLock { count in
                    count += 1
                    return count
                }
                return count == 1 ? nil : .answer(401, type: nil)
            default: return nil
            }
        }
        let client = try stub.client()
        let ending = Ending()
        try await HypermediaClient.withSession(client, onLogoff: ending.note) { hub in
            let link = try LinkSelector(rel: "Down").selectOne(in: hub)
            await withTaskGroup(of: ErrorCode?.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        do {
                            _ = try await client.follow(link)
                            return nil
                        } catch { return (error as? ClientError)?.code }
                    }
                }
                for await code in group { #expect(code == .logonRefused) }
            }
            _ = await clientError(.logonRefused) { try await client.follow(link) }
        }
        #expect(logons.withLock { $0 } == 2)
        #expect(ending.all == [.none])
    }

    @Test(arguments: formats) func aWriteAnswered401IsSentAgain(_ format: DocumentFormat) async throws {
        let server = Server()
        let client = try server.client(ClientOptions(accept: format))
        try await HypermediaClient.withSession(client) { _ in
            let job = try await client.walk(try RelPath("Down:JobReferenceList/@Nightly/Alternate:Job"))
            server.clock.advance(by: .seconds(901))
            let answer = try await client.follow(try LinkSelector(rel: "ToggleScheduleEnabled").selectOne(in: job))
            #expect(answer.status == 202)
            #expect(answer.generation == 2)
        }
        #expect(server.transport.log.writes.map(\.status) == [401, 202])
        #expect(server.transport.log.madeUp.isEmpty)
    }

    @Test func theAnswerBelongsToTheSessionItWasAskedIn() async throws {
        // The slow request leaves in the first session, and its answer comes in the second.
        let server = Server()
        let gate = Gate(2)
        let slow = Mutex(true)
        let script = Script(over: server.transport) { request in
            guard request.head.path?.hasPrefix("/api/jobs") == true, slow.withLock({ $0 }) else { return nil }
            slow.withLock { $0 = false }
            let outcome = await server.transport.outcome(of: request)
            await gate.arrive()
            return outcome
        }
        let client = try server.client(through: script)
        try await HypermediaClient.withSession(client) { hub in
            let jobs = try RenewalTests.jobs.selectOne(in: hub)
            let repositories = try LinkSelector(rel: "Down", type: "RepositoryReferenceList").selectOne(in: hub)
            async let first = client.follow(jobs)
            while !gate.hasWaiters { await Task.yield() }
            server.clock.advance(by: .seconds(901))
            #expect(try await client.follow(repositories).generation == 2)
            await gate.arrive()
            #expect(try await first.generation == 1)
        }
    }
}
