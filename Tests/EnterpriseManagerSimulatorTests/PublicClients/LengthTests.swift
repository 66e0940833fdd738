// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import HypermediaClient
import Testing

@testable import EnterpriseManagerSimulator

/// The guide lists `Content-length` among the headers of an answer [post_sessionmngr], and check_veeam_em, a plugin for
/// Icinga, calls an answer without one an error.
@Suite struct LengthTests {
    private static let basic = Client.basic("EXAMPLE\\operator", "correct horse")

    private static func send(
        _ transport: SimulatorTransport,
        _ method: HTTPRequest.Method,
        _ path: String,
        _ fields: HTTPFields
    ) async throws -> (head: HTTPResponse, length: Int) {
        let head = HTTPRequest(method: method, scheme: nil, authority: nil, path: path, headerFields: fields)
        let response = try await transport.send(TransportRequest(head: head, body: nil))
        var length = 0
        for try await chunk in response.body { length += chunk.count }
        return (response.head, length)
    }

    @Test(arguments: ["application/json", "application/xml"])
    func answersAnnounceTheirLength(accept: String) async throws {
        let transport = SimulatorTransport(step: .seconds(1))
        let logon = try await LengthTests.send(
            transport,
            .post,
            "/api/sessionMngr/?v=latest",
            [.accept: accept, .authorization: LengthTests.basic]
        )
        #expect(logon.head.status == .created)
        #expect(logon.head.headerFields[.contentLength] == String(logon.length))
        let token = try #require(logon.head.headerFields[Simulator.tokenHeader])
        let fields: HTTPFields = [.accept: accept, Simulator.tokenHeader: token]
        for path in ["/api/jobs", "/api/query?type=BackupJobSession&format=entities&pageSize=5", "/api/nowhere"] {
            let answer = try await LengthTests.send(transport, .get, path, fields)
            #expect(answer.length > 2)
            #expect(answer.head.headerFields[.contentLength] == String(answer.length))
        }
        let sessions = try await LengthTests.send(transport, .get, "/api/logonSessions", fields)
        #expect(sessions.head.status == .ok)
    }

    @Test func anAnswerWithoutContentHasNoLength() async throws {
        let transport = SimulatorTransport(step: .seconds(1))
        let logon = try await LengthTests.send(
            transport,
            .post,
            "/api/sessionMngr/?v=latest",
            [.authorization: LengthTests.basic]
        )
        let token = try #require(logon.head.headerFields[Simulator.tokenHeader])
        let id = try #require(Base64.decode(token)).map { Character(UnicodeScalar($0)) }
        let logoff = try await LengthTests.send(
            transport,
            .delete,
            "/api/logonSessions/" + String(id),
            [Simulator.tokenHeader: token]
        )
        #expect(logoff.head.status == .noContent)
        #expect(logoff.head.headerFields[.contentLength] == nil)
    }
}
