// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing

/// What is known of the effect of a write that got no good answer.
@Suite struct EffectTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let effect: FaultEffect
        let code: ErrorCode
        let isUnknown: Bool
        var testDescription: String { "\(effect)" }
    }

    static let cases = [
        Case(effect: .dropBefore, code: ErrorCode("connection-closed"), isUnknown: false),
        Case(effect: .dropAfter, code: ErrorCode("connection-closed"), isUnknown: true),
        Case(effect: .truncate(20), code: ErrorCode("connection-closed"), isUnknown: true),
        Case(effect: .htmlPage, code: .unusableAnswer, isUnknown: true),
        Case(effect: .contentType("text/plain"), code: .unusableAnswer, isUnknown: true),
        Case(effect: .status(400), code: .httpError, isUnknown: false),
        Case(effect: .status(403), code: .forbidden, isUnknown: false),
        Case(effect: .status(404), code: .httpError, isUnknown: false),
        Case(effect: .status(500), code: .httpError, isUnknown: false),
        Case(effect: .status(501), code: .httpError, isUnknown: false),
        Case(effect: .status(502), code: .httpError, isUnknown: true),
        Case(effect: .status(503), code: .httpError, isUnknown: false),
        Case(effect: .status(504), code: .httpError, isUnknown: true),
    ]

    @Test(arguments: formats, cases) func ofAWrite(_ format: DocumentFormat, _ fault: Case) async throws {
        let server = Server {
            $0.faults = [Fault(fault.effect, on: FaultMatch(method: .post, path: "action=toggle"), occurrence: nil)]
        }
        let client = try server.client(ClientOptions(accept: format))
        let ending = Ending()
        let error = await clientError(fault.code) {
            try await HypermediaClient.withSession(client, onLogoff: ending.note) { _ in
                let job = try await client.walk(try RelPath("Down:JobReferenceList/@Nightly/Alternate:Job"))
                return try await client.follow(try LinkSelector(rel: "ToggleScheduleEnabled").selectOne(in: job))
            }
        }
        #expect(error?.effectUnknown == fault.isUnknown)
        #expect((error?.hint?.contains("look before you send it again") ?? false) == fault.isUnknown)
        #expect(error?.request?.verb == "POST")
        // Never repeated, whatever it was.
        #expect(server.transport.log.writes.count == 1)
        #expect(server.transport.log.madeUp.isEmpty)
        #expect(ending.all == [.done])
    }

    @Test(arguments: cases.filter(\.isUnknown))
    func ofAReadThereIsNone(_ fault: Case) async throws {
        let server = Server {
            $0.faults = [Fault(fault.effect, on: FaultMatch(method: .get, path: "/api/jobs"), occurrence: nil)]
        }
        let client = try server.client()
        let error = await clientError(fault.code) {
            try await HypermediaClient.withSession(client) { hub in
                try await client.follow(try RenewalTests.jobs.selectOne(in: hub))
            }
        }
        #expect(error?.effectUnknown == false)
    }

    @Test func ofALogonItIsSaidThatASessionMayBeLeft() async throws {
        let server = Server { $0.faults = [Fault(.dropAfter, on: FaultMatch(method: .post))] }
        let client = try server.client()
        let error = await clientError(ErrorCode("connection-closed")) { try await client.logOn() }
        #expect(error?.effectUnknown == false)
        #expect(error?.hint?.contains("may have opened a session") == true)
        #expect(server.logons == 1)
    }
}
