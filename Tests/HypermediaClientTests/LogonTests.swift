// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing

@Suite struct LogonTests {
    @Test(arguments: formats, LogonAnswer.allCases)
    func logsOnByTheLinkAndOffByTheLink(_ format: DocumentFormat, _ answer: LogonAnswer) async throws {
        let server = Server { $0.logonAnswer = answer }
        let hops = HopCollector()
        let client = try server.client(ClientOptions(accept: format), hops: hops)
        let type = try await HypermediaClient.withSession(client) { hub in hub.type }
        #expect(type == "LogonSession")
        #expect(hops.lines == ["GET entry 200", "POST Create 201", "DELETE Delete 204"])
        #expect(hops.all.map(\.number) == [1, 2, 3])
        #expect(server.transport.log.madeUp.isEmpty)
        #expect(server.transport.log.writes.isEmpty)
    }

    @Test(arguments: formats, [nil, "v1_5", "V1_7"])
    func theLinkOfTheVersionIsTaken(_ format: DocumentFormat, _ version: String?) async throws {
        let server = Server()
        let client = try server.client(ClientOptions(accept: format, apiVersion: version))
        try await HypermediaClient.withSession(client) { _ in }
        let wanted = version.map { $0.lowercased() } ?? "latest"
        #expect(server.transport.log.entries.map(\.path).contains("/api/sessionMngr/?v=\(wanted)"))
        #expect(server.transport.log.madeUp.isEmpty)
    }

    @Test(arguments: formats) func anUnknownVersionListsWhatIsOffered(_ format: DocumentFormat) async throws {
        let server = Server()
        let client = try server.client(ClientOptions(accept: format, apiVersion: "v9_9"))
        let error = await clientError(.versionMissing) { try await HypermediaClient.withSession(client) { _ in } }
        #expect(error?.hint == "It offers: v1_5, v1_6, v1_7.")
        #expect(server.logons == 0)
    }

    @Test func theTokenTravelsInTheHeaderOnly() async throws {
        let server = Server()
        let script = Script(over: server.transport) { _ in nil }
        let client = try server.client(through: script)
        try await HypermediaClient.withSession(client) { _ in
            _ = try await client.walk(try RelPath("Down:JobReferenceList"))
        }
        let header = try #require(HTTPField.Name("X-RestSvcSessionId"))
        #expect(script.requests.count == 4)
        #expect(script.requests.allSatisfy { $0.head.headerFields[.cookie] == nil })
        #expect(script.requests.map { $0.head.headerFields[.authorization] != nil } == [false, true, false, false])
        #expect(script.requests.map { $0.head.headerFields[header] != nil } == [false, false, true, true])
    }

    @Test(arguments: formats) func aRefusedLogonIsNotRepeated(_ format: DocumentFormat) async throws {
        let server = Server()
        let hops = HopCollector()
        let client = try server.client(ClientOptions(accept: format), password: "wrong one", hops: hops)
        let error = await clientError(.logonRefused) { try await HypermediaClient.withSession(client) { _ in } }
        #expect(error?.message.contains("The user name or password is incorrect") == true)
        #expect(error?.status == 401)
        #expect(hops.lines == ["GET entry 200", "POST Create 401 logon-refused"])
        #expect(server.logons == 1)
        #expect(server.logoffs == 0)
    }

    @Test(arguments: formats) func withoutTokenTheSessionIsLeftToExpire(_ format: DocumentFormat) async throws {
        let stub = Stub { request in
            guard request.line == "POST /api/logon" else { return nil }
            return request.isJSON
                ? .answer(201, Stub.hubJSON("/api/thing"), type: "application/json")
                : .answer(201, Stub.hubXML("/api/thing"))
        }
        let ending = Ending()
        let client = try stub.client(ClientOptions(accept: format))
        let error = await clientError(.logonUnusable) {
            try await HypermediaClient.withSession(client, onLogoff: ending.note) { _ in }
        }
        #expect(error?.message.contains("X-RestSvcSessionId") == true)
        #expect(error?.hint?.contains("15 minutes") == true)
        #expect(ending.reason?.contains("X-RestSvcSessionId") == true)
        #expect(stub.script.lines.count == 2)
    }

    @Test(arguments: ["", "<Jobs xmlns=\"http://www.veeam.com/ent/v1.0\"/>", "<html>", "<LogonSession", "{}"])
    func withoutSessionItIsLeftToExpire(_ body: String) async throws {
        let stub = Stub { request in
            request.line == "POST /api/logon" ? .answer(201, body, Stub.tokenField) : nil
        }
        let ending = Ending()
        let client = try stub.client()
        _ = await clientError(.logonUnusable) {
            try await HypermediaClient.withSession(client, onLogoff: ending.note) { _ in }
        }
        #expect(ending.reason != nil)
        #expect(stub.script.lines == ["GET /api/", "POST /api/logon"])
    }

    @Test func twoSessionsInTheAnswerAreNotGuessedAt() async throws {
        let one = Stub.hubXML("/api/thing")
        let list = "<LogonSessions xmlns=\"\(Stub.namespace)\">\(one)\(one)</LogonSessions>"
        let stub = Stub { $0.line == "POST /api/logon" ? .answer(201, list, Stub.tokenField) : nil }
        let client = try stub.client()
        _ = await clientError(.logonUnusable) { try await client.logOn() }
    }

    @Test func whoIsLoggedOnLogsOnNoSecondTime() async throws {
        let server = Server()
        let client = try server.client()
        async let first = client.logOn()
        async let second = client.logOn()
        let hubs = try await [first, second]
        _ = try await client.logOn()
        #expect(hubs.map(\.type) == ["LogonSession", "LogonSession"])
        #expect(server.logons == 1)
        #expect(await client.logOff() == .done)
        _ = await clientError(.closed) { try await client.logOn() }
        #expect(server.logons == 1)
    }

    @Test func anEntryThatWantsALogonIsNoRefusedLogon() async throws {
        let stub = Stub { $0.line == "GET /api/" ? .answer(401, type: nil) : nil }
        let client = try stub.client()
        let error = await clientError(.unauthorized) { try await client.logOn() }
        #expect(error?.message.contains("entry point") == true)
        #expect(stub.script.lines == ["GET /api/"])
    }
}
