// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct RoleTests {
    static let restricted: [SimulatorRole] = [.portalUser, .vmRestoreOperator]

    @Test(arguments: SimulatorConfiguration().accounts)
    func whatIsLinkedCanBeRead(account: SimulatorAccount) throws {
        var xml = try Client.loggedOn(as: account)
        #expect(xml.hub?["UserName"] == account.name)
        let graph = try CrawlTests.crawl(&xml)
        #expect(graph.count > 20)
        #expect(xml.simulator.log.entries.allSatisfy { $0.status == 200 || $0.status == 201 })
    }

    @Test func whatIsLinkedOpaquelyCanBeRead() throws {
        let configuration = SimulatorConfiguration {
            $0.opaqueURLs = true
            $0.shuffleLinks = true
        }
        let account = try Client.account(.vmRestoreOperator)
        var opaque = try Client.loggedOn(configuration, as: account)
        var plain = try Client.loggedOn(as: account)
        #expect(try CrawlTests.crawl(&opaque) == (try CrawlTests.crawl(&plain)))
    }

    @Test func everyRoleSeesLessThanTheOneAbove() throws {
        let hubs = try [SimulatorRole.portalAdministrator, .portalUser, .vmRestoreOperator].map { role in
            Set(try Client.loggedOn(as: try Client.account(role)).hub?.pairs ?? [])
        }
        #expect(hubs[0].isStrictSuperset(of: hubs[1]))
        #expect(hubs[1].isStrictSuperset(of: hubs[2]))
        #expect(hubs[0].contains("Down:EnterpriseSecuritySettings"))
        #expect(!hubs[1].contains("Down:EnterpriseSecuritySettings"))
        #expect(hubs[1].contains("Down:JobReferenceList"))
        #expect(!hubs[2].contains("Down:JobReferenceList"))
        #expect(hubs[2].contains("Down:TaskList"))
    }

    @Test func queriesShowNoMoreThanLists() throws {
        var client = try Client.loggedOn()
        let queries = try client.get(client.hub?.href("Down:QueryService") ?? "")
        let configurations = try client.get(queries.href("Down:VCloudOrganizationConfigList"))
        #expect(configurations.text.contains("Research"))
        try client.logOn(as: try Client.account(.portalUser))
        let fewer = try client.get(client.hub?.href("Down:QueryService") ?? "")
        #expect(Set(queries.pairs).isStrictSuperset(of: fewer.pairs))
        #expect(fewer.pairs.contains("Down:JobList"))
        #expect(client.send(.get, queries.href("Down:VCloudOrganizationConfigList")).status == 403)
    }

    @Test func whoRestoresMachinesNeedNotRestoreFiles() throws {
        let clerk = SimulatorAccount(name: "EXAMPLE\\clerk", password: "paper", roles: [.fileRestoreOperator])
        let porter = SimulatorAccount(name: "EXAMPLE\\porter", password: "crate", roles: [.vmRestoreOperator])
        let configuration = SimulatorConfiguration { $0.accounts = [clerk, porter] }
        for (account, statuses) in [(clerk, [403, 202]), (porter, [202, 403])] {
            var client = try Client.loggedOn(configuration, as: account)
            let list = try client.get(client.hub?.href("Down:VmRestorePointList") ?? "")
            let point = try #require(list.items("VmRestorePoint").first)
            let found = [point.href("Restore"), point.href("Create:VmRestorePointMount")].map {
                client.send(.post, $0).status
            }
            #expect(found == statuses)
        }
    }

    @Test(arguments: [false, true]) func anOfferedLinkIsNoProofOfPermission(json: Bool) throws {
        var client = try Client.loggedOn(json: json, as: try Client.account(.portalUser))
        let job = try client.job("Nightly")
        #expect(job["Name"] == "Nightly")
        let response = client.send(.post, job.href("Start"))
        #expect(response.status == 403)
        #expect(response.headers[.contentType]?.contains(json ? "json" : "xml") == true)
        let error = try Page(response)
        #expect(error["StatusCode"] == "403")
        #expect(error["Message"]?.contains("denied") == true)
        try client.logOn()
        #expect(try client.job("Nightly")["ScheduleEnabled"] == "true")
        #expect(try client.post(try client.job("Nightly").href("Start")).status == 202)
    }

    @Test(arguments: restricted) func whatIsNotLinkedIsForbiddenToo(role: SimulatorRole) throws {
        let administrator = try Client.loggedOn()
        let security = administrator.hub?.href("Down:EnterpriseSecuritySettings") ?? ""
        var client = try Client.loggedOn(as: try Client.account(role))
        #expect(client.send(.get, security).status == 403)
        #expect(client.send(.head, security).status == 403)
        #expect(client.send(.get, security + "/nowhere").status == 404)
    }

    @Test(arguments: restricted) func sessionsOfOthersStayHidden(role: SimulatorRole) throws {
        var client = try Client.loggedOn()
        let administrator = client.hub?["SessionId"]
        try client.logOn(as: try Client.account(role))
        let list = try client.get(try client.get(Simulator.entryPath).href("Down:LogonSessionList"))
        #expect(list.items("LogonSession").map { $0["SessionId"] } == [client.hub?["SessionId"]])
        #expect(client.send(.delete, "/api/logonSessions/\(administrator ?? "")").status == 404)
        try client.logOn()
        #expect(try client.get("/api/logonSessions").items("LogonSession").count == 3)
    }

    @Test func aRoleCountsFromTheNextRequestOn() throws {
        var administrator = try Client.loggedOn()
        let account = try administrator.account("EXAMPLE\\portal.user")
        let role = try administrator.role("Portal Administrator")
        var user = Client()
        user.simulator = administrator.simulator
        try user.logOn(as: try Client.account(.portalUser))
        let start = try user.job("Nightly").href("Start")
        #expect(user.send(.post, start).status == 403)

        administrator.simulator = user.simulator
        let spec = "<EnterpriseRoleUid>\(role)</EnterpriseRoleUid>"
        let body = administrator.body("EnterpriseAccountInRoleCreateSpec", xml: spec, json: "")
        #expect(try administrator.post(account.href("Create:EnterpriseAccountInRole"), body).status == 201)
        user.simulator = administrator.simulator
        #expect(user.send(.post, start).status == 202)
    }

    @Test func anAccountThatIsGoneCannotLogOn() throws {
        var client = try Client.loggedOn()
        let operators = try #require(try Client.account(.vmRestoreOperator))
        #expect(client.send(.delete, try client.account(operators.name).href("Delete")).status == 204)
        let response = client.send(
            .post,
            "/api/sessionMngr/?v=latest",
            headers: [.authorization: Client.basic(operators.name, operators.password)]
        )
        #expect(response.status == 401)
    }

    @Test func whoLosesAllRolesCanStillLogOff() throws {
        var client = try Client.loggedOn()
        let account = try client.account(client.hub?["UserName"] ?? "")
        #expect(client.send(.delete, account.href("Delete")).status == 204)
        #expect(client.send(.get, account["Href"] ?? "").status == 403)
        #expect(
            try client.get(client.hub?["Href"] ?? "").pairs
                == ["Up:EnterpriseManager", "Down:TaskList", "Create", "Delete"].filter {
                    client.hub?.pairs.contains($0) ?? false
                }
        )
        #expect(client.send(.delete, client.hub?.href("Delete") ?? "").status == 204)
    }

    @Test func withoutAnyRoleALogonIsForbidden() throws {
        let nobody = SimulatorAccount(name: "EXAMPLE\\nobody", password: "nothing", roles: [])
        var client = Client(SimulatorConfiguration { $0.accounts = [nobody] })
        let response = client.send(
            .post,
            "/api/sessionMngr/?v=latest",
            headers: [.authorization: Client.basic("example\\NOBODY", "nothing")]
        )
        #expect(response.status == 403)
    }
}
