// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct LogonTests {
    @Test(arguments: [false, true]) func theEntryNeedsNoLogon(json: Bool) throws {
        var client = Client(json: json)
        let root = try client.get("/api/")
        #expect(root.status == 200)
        #expect(root.pairs == ["Down:LogonSessionList", "Create:LogonSession"])
        let versions = root.child("SupportedVersions")?.items("SupportedVersion") ?? []
        #expect(versions.map { $0["Name"] } == ["v1_5", "v1_6", "v1_7"])
        let link = versions.first?.href("Create:LogonSession")
        #expect(link == "https://em.example.test:9398/api/sessionMngr/?v=v1_5")
    }

    @Test func aLogonAnswers201WithTokenInHeaderAndCookie() throws {
        var client = Client()
        let response = client.send(
            .post,
            "/api/sessionMngr?v=latest",
            headers: [.authorization: Client.basic("EXAMPLE\\operator", "correct horse")]
        )
        #expect(response.status == 201)
        let token = try #require(response.headers[Simulator.tokenHeader])
        #expect(response.headers[.setCookie] == "X-RestSvcSessionId=\(token); Path=/api;")
        let page = try Page(response)
        #expect(page.node.name == "LogonSession")
        #expect(token == Base64.encode((page["SessionId"] ?? "").utf8))
    }

    @Test func aListCanBeTheAnswer() throws {
        let client = try Client.loggedOn(SimulatorConfiguration { $0.logonAnswer = .sessionList })
        #expect(client.hub?["UserName"] == "EXAMPLE\\operator")
    }

    @Test(arguments: ["", "Basic x", "Bearer abc", Client.basic("EXAMPLE\\operator", "wrong")])
    func aWrongLogonIs401(authorization: String) throws {
        var client = Client()
        let response = client.send(.post, "/api/sessionMngr/?v=latest", headers: [.authorization: authorization])
        #expect(response.status == 401)
        #expect(response.headers[.wwwAuthenticate] == "Basic Realm=RestSvc")
        #expect(try Page(response)["Message"] == "The user name or password is incorrect")
    }

    @Test func withoutSessionEverythingElseIs401() throws {
        var client = Client()
        for path in ["/api/jobs", "/api/logonSessions", "/api/tasks/task-1"] {
            #expect(client.send(.get, path).status == 401)
        }
    }

    @Test func theCookieWinsOverTheHeader() throws {
        var client = try Client.loggedOn()
        let token = client.token ?? ""
        let cookie = "X-RestSvcSessionId=\(token)"
        #expect(client.send(.get, "/api/jobs", headers: [.cookie: cookie, Simulator.tokenHeader: "x"]).status == 200)
        #expect(client.send(.get, "/api/jobs", headers: [.cookie: "X-RestSvcSessionId=x"]).status == 401)
    }

    @Test func repeatedBasicIsTolerated() throws {
        var client = try Client.loggedOn()
        #expect(client.send(.get, "/api/jobs", headers: [.authorization: Client.basic("a", "b")]).status == 200)
    }

    @Test func anIdleSessionEnds() throws {
        var client = try Client.loggedOn()
        client.now = .seconds(899)
        #expect(client.send(.get, "/api/jobs").status == 200)
        client.now = .seconds(899 + 899)
        #expect(client.send(.get, "/api/jobs").status == 200)
        client.now = .seconds(899 + 899 + 900)
        #expect(client.send(.get, "/api/jobs").status == 401)
    }

    @Test func logoffEndsTheSession() throws {
        var client = try Client.loggedOn()
        let response = client.send(.delete, client.hub?.href("Delete") ?? "")
        #expect(response.status == 204)
        #expect(response.body.isEmpty)
        #expect(client.send(.get, "/api/jobs").status == 401)
    }

    @Test func theDeleteLinkCanBeTyped() throws {
        let client = try Client.loggedOn(SimulatorConfiguration { $0.deleteLinkTyped = true })
        #expect(client.hub?.pairs.last == "Delete:LogonSession")
    }

    @Test func anUnknownVersionIsRefused() throws {
        var client = Client()
        let response = client.send(
            .post,
            "/api/sessionMngr/?v=v9_9",
            headers: [.authorization: Client.basic("EXAMPLE\\operator", "correct horse")]
        )
        #expect(response.status == 400)
    }
}
