// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import EnterpriseManagerSimulatorServer
import HTTPTypes
import HypermediaClient
import Testing

@Suite struct FaultControlTests {
    static func send(
        _ control: FaultControl,
        _ method: HTTPRequest.Method,
        _ path: String = FaultControl.path,
        _ body: String = ""
    ) async throws -> (status: Int, text: String) {
        let head = HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1", path: path)
        let response = try await control.send(TransportRequest(head: head, body: Array(body.utf8)))
        var bytes: [UInt8] = []
        for try await chunk in response.body { bytes += chunk }
        return (response.head.status.code, String(decoding: bytes, as: UTF8.self))
    }

    @Test func faultsAreSetListedAndRemovedWhileItServes() async throws {
        let control = FaultControl(SimulatorTransport(now: { .zero }))
        #expect(try await FaultControlTests.send(control, .get, "/api/").status == 200)
        let set = try await FaultControlTests.send(
            control,
            .put,
            FaultControl.path,
            "status=503@GET#*\r\n\n  html@POST\n"
        )
        #expect(set.status == 200)
        #expect(try await FaultControlTests.send(control, .get).text == "status=503@GET#*\nhtml@POST\n")
        // The control itself meets no fault.
        #expect(try await FaultControlTests.send(control, .get, "/api/").status == 503)
        #expect(try await FaultControlTests.send(control, .delete).text == "")
        #expect(try await FaultControlTests.send(control, .get, "/api/").status == 200)
    }

    @Test func aWrongLineChangesNothing() async throws {
        let control = FaultControl(SimulatorTransport(now: { .zero }), faults: ["html#1"])
        let answer = try await FaultControlTests.send(control, .put, FaultControl.path, "status=503\nbanana\n")
        #expect(answer.status == 400)
        #expect(answer.text.contains("'banana' is no fault"))
        #expect(try await FaultControlTests.send(control, .get).text == "html#1\n")
        #expect(try await FaultControlTests.send(control, .get, "/api/").status == 200)
    }

    @Test func itsRequestsAreNoneOfTheSimulators() async throws {
        let simulator = SimulatorTransport(now: { .zero })
        let control = FaultControl(simulator)
        _ = try await FaultControlTests.send(control, .put, FaultControl.path, "html")
        #expect(try await FaultControlTests.send(control, .post).status == 405)
        #expect(simulator.log.entries.isEmpty)
        #expect(try await FaultControlTests.send(control, .get, FaultControl.path + "/x").text.contains("Sign in"))
    }
}
