// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct ErrorTests {
    @Test(arguments: [
        ("/api/jobs/99999", 400, " ID 99999 is invalid. Type: Job"),
        (
            "/api/jobs/00000000-0000-4000-8000-000000000000", 404,
            "Cannot find job [00000000-0000-4000-8000-000000000000]"
        ),
        ("/api/nothing", 404, "The requested resource was not found"),
        ("/elsewhere", 404, "The requested resource was not found"),
    ])
    func errorsSpeakTheNegotiatedFormat(path: String, status: Int, message: String) throws {
        for json in [false, true] {
            var client = try Client.loggedOn(json: json)
            let page = try client.get(path)
            #expect(page.status == status)
            #expect(page["Message"] == message)
            #expect(page["StatusCode"] == String(status))
            #expect(json ? page.text.contains("\"StackTrace\":null,\"Status\":null") : page.node.name == "Error")
        }
    }

    @Test(arguments: [HTTPRequest.Method.put, .delete, .patch]) func aWrongVerbIs405(method: HTTPRequest.Method) throws
    {
        var client = try Client.loggedOn()
        #expect(client.send(method, "/api/repositories").status == 405)
    }

    @Test func anUnknownActionIs400() throws {
        var client = try Client.loggedOn()
        #expect(client.send(.post, try client.job("Nightly").href("Start") + "x").status == 400)
    }

    @Test func anXMLBodyUnderAcceptJSONIs400() throws {
        var client = try Client.loggedOn(json: true)
        let body = CloneTests.xml("BackupJobCloneInfo", [("JobName", "x")])
        let page = try client.post(try client.job("Nightly").href("Clone"), body)
        #expect(page.status == 400)
        #expect(page["Message"] == "Node [root] does not exist.")
    }

    @Test func textXMLIsTakenAsXML() throws {
        var client = try Client.loggedOn()
        let body = CloneTests.xml("ReplicaJobCloneInfo", CloneTests.members("ReplicaJobCloneInfo", "Copy", ""))
        let href = try client.job("DC Replication").href("Clone")
        #expect(client.send(.post, href, headers: [.contentType: "text/xml"], body: body).status == 202)
    }

    @Test func aDoctypeIsNeverRead() throws {
        var client = try Client.loggedOn()
        let body = "<!DOCTYPE a [<!ENTITY b 'c'>]>" + CloneTests.xml("ReplicaJobCloneInfo", [("JobName", "&b;")])
        #expect(try client.post(try client.job("DC Replication").href("Clone"), body).status == 400)
    }

    @Test func aHeadHasNoBody() throws {
        var client = try Client.loggedOn()
        let response = client.send(.head, "/api/jobs")
        #expect(response.status == 200)
        #expect(response.body.isEmpty)
    }
}
