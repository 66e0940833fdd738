// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

/// What real clients rely on beside links: each of these was seen in a client or in an answer of a live server.
@Suite struct WireTests {
    static let basic = Client.basic("EXAMPLE\\operator", "correct horse")

    @Test(arguments: [
        "/api/sessionMngr", "/api/sessionMngr/", "/api/sessionMngr?v=latest", "/api/sessionMngr/?v=latest",
        "/api/sessionMngr/?v=v1_6", "/API/SESSIONMNGR/?V=V1_7",
    ])
    func aLogonIs201WithOrWithoutSlashAndVersion(path: String) throws {
        var client = Client()
        let response = client.send(.post, path, headers: [.authorization: WireTests.basic])
        #expect(response.status == 201)
        let id = try #require(try Page(response)["SessionId"])
        #expect(response.headers[Simulator.tokenHeader] == Base64.encode(id.utf8))
    }

    @Test func aLogonForgivesADeadCookie() throws {
        var client = Client()
        let headers: HTTPFields = [.authorization: WireTests.basic, .cookie: "X-RestSvcSessionId=b2xk"]
        #expect(client.send(.post, "/api/sessionMngr/?v=latest", headers: headers).status == 201)
    }

    @Test func theTokenMayComeAsOneCookieOfMany() throws {
        var client = try Client.loggedOn()
        let token = client.token ?? ""
        client.token = nil
        for cookie in ["X-RestSvcSessionId=\(token)", "a=b; x-restsvcsessionid=\(token); c=d"] {
            #expect(client.send(.get, "/api/jobs", headers: [.cookie: cookie]).status == 200)
        }
        #expect(client.send(.get, "/api/jobs", headers: [.cookie: "a=b"]).status == 401)
    }

    @Test func withoutASessionTheChallengeIsBasic() {
        var client = Client()
        let response = client.send(.get, "/api/jobs", headers: [.authorization: WireTests.basic])
        #expect(response.status == 401)
        #expect(response.headers[.wwwAuthenticate] == "Basic Realm=RestSvc")
    }

    @Test(arguments: ["/API/JOBS", "/api/Jobs/", "/api/jobs?FORMAT=ENTITY", "/Api/jObS?format=entity"])
    func pathsAndQueriesAreComparedWithoutCase(path: String) throws {
        var client = try Client.loggedOn()
        let page = try client.get(path)
        #expect(page.node.name == (path.contains("?") ? "Jobs" : "EntityReferences"))
    }

    @Test(arguments: ["text/xml", "application/xml", "*/*", ""]) func otherThanJSONIsXML(accept: String) throws {
        var client = try Client.loggedOn()
        #expect(client.send(.get, "/api/jobs", headers: [.accept: accept]).body.first == UInt8(ascii: "<"))
    }

    @Test(arguments: ["jobName", "JOBNAME", "JobName"]) func keysOfJSONBodiesAreReadInAnyCase(key: String) throws {
        var client = try Client.loggedOn(json: true)
        let body = "{\"replicaJobCloneInfo\":{\"\(key)\":\"Copy\",\"vmSuffix\":\"_c\"}}"
        let task = try client.post(try client.job("DC Replication").href("Clone"), body)
        #expect(try client.finish(task).child("Result")?["Success"] == "true")
    }

    @Test(arguments: [false, true]) func aBodyMayBeginWithAByteOrderMark(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let body =
            json
            ? "\u{FEFF}{\"Description\":\"new\"}"
            : "\u{FEFF}<Job xmlns=\"http://www.veeam.com/ent/v1.0\"><Description>new</Description></Job>"
        let href = try client.job("Nightly").href("Edit:JobReference")
        #expect(client.send(.put, href, body: body).status == 202)
    }

    @Test func linksAreNullEmptyOrThereAsTheResourceHasThem() throws {
        var client = try Client.loggedOn(json: true)
        // Copies inside of an entity have none; what is a resource of its own has some.
        let job = try client.job("Nightly").text
        let nested = try #require(job.firstRange(of: "\"ObjectInJobs\":["))
        #expect(job[nested.upperBound...].contains("\"Links\":null,\"Href\":"))
        client.accept = "application/xml"
        let xml = try client.job("Nightly").text
        #expect(xml.contains("<ObjectInJob Type=\"ObjectInJob\" Href="))
        #expect(xml.components(of: "<Links>") == 1)
        let issuer = HrefIssuer(SimulatorConfiguration(), secrets: SeededGenerator(seed: 1))
        let empty = Element("E", Identity(type: "E"), links: [])
        var xmlWriter = XMLWriter(empty, order: .documentation, issuer: issuer)
        let written = xmlWriter.whole()
        #expect(String(decoding: written, as: UTF8.self).contains("<Links/>"))
        var jsonWriter = JSONWriter(empty, keyCase: .pascal, issuer: issuer)
        let object = jsonWriter.whole()
        #expect(String(decoding: object, as: UTF8.self).contains("\"Links\":[]"))
    }

    @Test func absentValuesAreNullInJSONAndMissingInXML() throws {
        var client = try Client.loggedOn(json: true)
        #expect(try client.job("Lab (disabled)").text.contains("\"NextRun\":null"))
        client.accept = "application/xml"
        #expect(try !client.job("Lab (disabled)").text.contains("NextRun"))
    }

    @Test func ampersandsInHrefsAreEscapedInXMLOnly() throws {
        var client = try Client.loggedOn()
        let href = client.hub?.href("Down:LookupService") ?? ""
        #expect(try client.get(href).text.contains("&amp;name=*&amp;type=Vm"))
        client.accept = "application/json"
        #expect(try client.get(href).text.contains("&name=*&type=Vm"))
    }

    @Test(arguments: UnknownTaskStatus.allCases) func anUnknownTaskIsAsConfigured(status: UnknownTaskStatus) throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.unknownTaskStatus = status })
        let page = try client.get("/api/tasks/task-297")
        #expect(page.status == status.rawValue)
        #expect(page["Message"] == "There is no backup task with id [task-297] in current rest session")
    }

    @Test(arguments: [KeyCase.pascal, .camel]) func errorsAreWrittenInTheKeysOfTheServer(keyCase: KeyCase) throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.keyCase = keyCase }, json: true)
        let text = try client.get("/api/jobs/1").text
        #expect(text.contains(keyCase == .camel ? "\"statusCode\":400" : "\"StatusCode\":400"))
    }
}

extension String {
    fileprivate func components(of part: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
