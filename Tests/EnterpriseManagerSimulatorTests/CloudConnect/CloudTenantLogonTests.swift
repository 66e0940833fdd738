// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct CloudTenantLogonTests {
    @Test(arguments: [Client.standalone("Harbour Logistics"), Client.organization("quayside")], [false, true])
    func aTenantHasASmallHub(credentials: Sample, json: Bool) throws {
        var client = try Client.tenant(credentials, json: json)
        let hub = try #require(client.hub)
        #expect(hub.status == 201)
        #expect(hub.pairs == ["Up:EnterpriseManager", "Down:CloudConnectService", "Delete:LogonSession"])
        let lists = ["CloudFailoverPlan", "CloudVmReplicaPoint", "CloudReplica"]
        let pairs = lists.flatMap { ["Down:\($0)ReferenceList", "Down:\($0)List"] }
        #expect(try client.cloud().pairs.sorted() == (pairs + ["Up:LogonSession"]).sorted())
        #expect(try client.cloudList("CloudFailoverPlan").items("CloudFailoverPlan").count == 1)
        #expect(try client.cloudList("CloudReplica").items("CloudReplica").count == 1)
        #expect(client.send(.delete, hub.href("Delete:LogonSession")).status == 204)
        #expect(client.send(.get, "/api/cloud").status == 401)
    }

    @Test(arguments: [
        "/api/jobs", "/api/cloud/tenants", "/api/cloud/gateways?format=Entity", "/api/backupServers",
        "/api/Cloud/VLANs",
    ])
    func allElseIsForbidden(path: String) throws {
        var client = try Client.tenant(Client.standalone("Harbour Logistics"))
        #expect(client.send(.get, path).status == 403)
    }

    @Test func anotherTenantsThingsAreNotThere() throws {
        var provider = try Client.loggedOn()
        let plan = try provider.cloud("CloudFailoverPlan", "quayside Failover Plan")
        var client = try Client.tenant(Client.standalone("Harbour Logistics"))
        #expect(client.send(.get, plan["Href"] ?? "").status == 404)
        #expect(client.send(.post, plan.href("Start")).status == 404)
    }

    @Test(arguments: [false, true]) func everyLinkOfATenantLeadsSomewhere(json: Bool) throws {
        var client = try Client.tenant(Client.standalone("Harbour Logistics"), json: json)
        let plan = try client.cloud("CloudFailoverPlan", CloudFailoverTests.name)
        let task = try client.perform(.post, plan.href("Start"))
        client.now += .seconds(1)
        #expect(try client.get(task.href("Related:CloudFailoverSession"))["State"] == "Working")
        let graph = try CrawlTests.crawl(&client)
        #expect(graph.count > 15)
        #expect(!graph.keys.contains { $0.contains("backupServers") || $0.contains("tenants") })
    }

    @Test(arguments: [
        Client.standalone("Harbour Logistics", "wrong"), Client.standalone("nobody"),
        Client.standalone("Meadow Dental"), Client.standalone("quayside"), Client.organization("Harbour Logistics"),
    ])
    func whoMayNotIsRefused(credentials: Sample) throws {
        #expect(try Client.tenant(credentials).hub?.status == 401)
    }

    @Test func aBodyThatIsNoLoginSpecIs400() throws {
        var client = Client()
        let body = "<LoginSpec xmlns=\"http://www.veeam.com/ent/v1.0\"/>"
        #expect(client.send(.post, "/api/sessionMngr/", body: body).status == 400)
        #expect(client.send(.post, "/api/sessionMngr/").status == 401)
    }

    @Test func aChangedPasswordCounts() throws {
        var client = try Client.loggedOn()
        let tenant = try client.cloud("CloudTenant", "Meadow Dental")
        let change = Sample.group([("Password", .text("new one")), ("Enabled", .flag(true))])
        #expect(try client.perform(.put, tenant.href("Edit:CloudTenantReference"), "CloudTenant", change).worked)
        #expect(try client.logOn(Client.standalone("Meadow Dental")).status == 401)
        #expect(try client.logOn(Client.standalone("meadow dental", "new one")).status == 201)
    }

    @Test(arguments: [("2026-01-16T05:59:59Z", 401), ("2026-01-16T06:10:00Z", 201)])
    func aLeaseEnds(lease: (String, Int)) throws {
        var client = try Client.loggedOn()
        let tenant = try client.cloud("CloudTenant", "Harbour Logistics")
        let change = Sample.group([("LeaseExpirationDate", .text(lease.0))])
        #expect(try client.perform(.put, tenant.href("Edit:CloudTenantReference"), "CloudTenant", change).worked)
        #expect(try client.logOn(Client.standalone("Harbour Logistics")).status == lease.1)
    }
}
