// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

/// What public clients write, in the forms that they write it in.
@Suite struct WriteHabitTests {
    /// By the id or by the whole UID, without a body or with an empty form; a verb may also end the path.
    @Test(arguments: ["", "urn:veeam:Job:"], ["application/xml", "application/x-www-form-urlencoded", ""])
    func aJobIsStarted(prefix: String, contentType: String) throws {
        var client = try PublicClient.loggedOn()
        let id = try client.job("Nightly")
        var headers: HTTPFields = [.accept: "application/json"]
        if !contentType.isEmpty { headers[.contentType] = contentType }
        let answer = client.send(.post, "/api/jobs/\(prefix)\(id)?action=start", headers)
        #expect(answer.status == 202)
        let task = try PublicClient.json(answer)
        #expect(task["TaskId"] == "task-1")
        #expect(task["State"] == "Running")
        #expect(task["Operation"] == "StartJob")
    }

    @Test func theUIDOfAnotherKindIsNoID() throws {
        var client = try PublicClient.loggedOn()
        let id = try client.job("Nightly")
        #expect(client.send(.get, "/api/jobs/urn:veeam:Repository:\(id)").status == 400)
    }

    /// A shell script starts a file share backup by a path without a query, with header and cookie.
    @Test func aFileShareBackupIsStarted() throws {
        var client = try PublicClient.loggedOn()
        let id = PublicClient.guid(try client.json("/api/nas/jobs").items("Refs").first?["UID"])
        let token = client.client.token ?? ""
        let headers: HTTPFields = [
            .accept: "application/json", .cookie: PublicClient.cookie + token, Simulator.tokenHeader: token,
        ]
        #expect(try client.json("/api/nas/jobs/\(id)?format=Entity")["Name"] != nil)
        let answer = client.send(.post, "/api/nas/jobs/\(id)/start", headers)
        #expect(answer.status == 202)
        #expect(try PublicClient.json(answer)["Operation"] == "StartNasJob")
    }

    /// A Python library enters accounts in both formats, and repeats the version.
    @Test(arguments: [false, true]) func anAccountIsEntered(isJSON: Bool) throws {
        var client = try PublicClient.loggedOn()
        let role = try #require(try client.json("/api/security/roles?v=latest").items("Refs").first?["UID"])
        let body =
            isJSON
            ? """
            {"AllowRestoreAllVms": true, "AccountName": "EXAMPLE\\\\new", "AccountType": "User", \
            "Roles": {"EnterpriseRoles": [{"EnterpriseRoleUid": "\(role)"}]}}
            """
            : """
            <EnterpriseAccountCreateSpec xmlns="http://www.veeam.com/ent/v1.0"><AccountType>User</AccountType>\
            <AccountName>EXAMPLE\\new</AccountName><Roles><EnterpriseRole>\
            <EnterpriseRoleUid>\(role)</EnterpriseRoleUid></EnterpriseRole></Roles>\
            <AllowRestoreAllVms>true</AllowRestoreAllVms></EnterpriseAccountCreateSpec>
            """
        let type = isJSON ? "application/json" : "application/xml"
        let headers: HTTPFields = [.accept: type, .contentType: type]
        let answer = client.send(.post, "/api/security/accounts?v=latest", headers, body: body)
        #expect(answer.status == 201)
        let account = try Page(answer)
        #expect(account["Name"] == "EXAMPLE\\new")
        let path = "/api/security/accounts/\(PublicClient.guid(account["UID"]))?v=latest"
        #expect(client.send(.delete, path).status == 204)
    }
}
