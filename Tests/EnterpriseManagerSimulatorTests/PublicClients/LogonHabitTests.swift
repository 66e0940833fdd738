// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

/// How public clients log on, stay logged on, and log off.
@Suite struct LogonHabitTests {
    /// A Perl plugin says no version, a shell script has one slash too many, a phone app says it sends XML but sends
    /// nothing, a dashboard in TypeScript lets its runtime call nothing plain text.
    @Test(arguments: [
        ("/api/sessionMngr/", "application/json"), ("/api//sessionMngr/?v=latest", "application/x-www-form-urlencoded"),
        ("/api/sessionMngr/?v=latest", "application/xml"), ("/api/sessionMngr/?v=latest", "text/plain;charset=UTF-8"),
        ("/api/sessionMngr/?v=v1_6", "text/xml"),
    ])
    func aLogonWithoutABodyMayClaimAnyMediaType(path: String, contentType: String) {
        var client = PublicClient()
        let headers: HTTPFields = [
            .accept: "*/*", .authorization: PublicClient.basic, .contentType: contentType,
        ]
        #expect(client.send(.post, path, headers).status == 201)
    }

    /// Shell scripts make the token of the session id in the body, and send it as header and as cookie.
    @Test(arguments: ["application/json", "*/*"]) func theTokenIsMadeOfTheSessionID(accept: String) throws {
        var client = PublicClient()
        let logon = client.logOn("/api/sessionMngr/?v=latest", accept: accept)
        let token = Base64.encode(try #require(try Page(logon)["SessionId"]).utf8)
        #expect(token == logon.headers[Simulator.tokenHeader])
        let headers: HTTPFields = [
            .accept: "application/json", Simulator.tokenHeader: token, .cookie: PublicClient.cookie + token,
        ]
        #expect(client.send(.get, "/api/reports/summary/overview", headers).status == 200)
    }

    /// A Ruby plugin repeats its credentials with every request, a Python library the version.
    @Test func credentialsAndVersionsAreRepeated() throws {
        var client = try PublicClient.loggedOn()
        let headers: HTTPFields = [.accept: "application/json", .authorization: PublicClient.basic]
        #expect(client.send(.get, "/api/jobs", headers).status == 200)
        #expect(client.send(.get, "/api/security/roles?v=latest", headers).status == 200)
    }

    /// Clients that were made for API 1.4 or 1.2 name it when they log on; the guide of EM 13 does not support them.
    @Test(arguments: ["v1_2", "v1_3", "v1_4"]) func oldVersionsAreRefusedUnlessOffered(version: String) throws {
        var client = PublicClient()
        #expect(client.logOn("/api/sessionMngr/?v=\(version)").status == 400)
        client = PublicClient(SimulatorConfiguration { $0.apiVersions = ["v1_2", "v1_3", "v1_4", .v1_5, .v1_7] })
        #expect(client.logOn("/api/sessionMngr/?v=\(version)").status == 201)
        let offered = try #require(try client.xml("/api/").child("SupportedVersions")).items("SupportedVersion")
        #expect(offered.contains { $0["Name"] == version })
    }

    /// A dashboard in Ruby logs off by the session id of the body, with a slash too many; a Python library looks for
    /// its session in the list.
    @Test(arguments: [false, true]) func aClientLogsOffByASessionID(fromList: Bool) throws {
        var client = PublicClient()
        let logon = client.logOn("/api/sessionMngr/?v=latest")
        client.client.token = logon.headers[Simulator.tokenHeader]
        let id =
            fromList
            ? try client.json("/api/logonSessions").items("LogonSessions").first?["SessionId"]
            : try Page(logon)["SessionId"]
        let path = (fromList ? "/api/logonSessions/" : "/api//logonSessions/") + (id ?? "")
        #expect(client.send(.delete, path).status == 204)
        #expect(client.send(.get, "/api/jobs").status == 401)
    }
}
