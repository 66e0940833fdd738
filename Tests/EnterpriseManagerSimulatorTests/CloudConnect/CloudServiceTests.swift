// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct CloudServiceTests {
    static let types = [
        "CloudGateway", "CloudTenant", "CloudHardwarePlan", "CloudPublicIpAddress", "CloudFailoverPlan",
        "CloudVmReplicaPoint", "CloudReplica", "VlanConfiguration", "CloudFailoverSession", "CloudGatewayPool",
    ]

    @Test(arguments: [false, true]) func theServiceLinksToTenListsTwiceAndToFiveCreations(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let pairs = try client.cloud().pairs
        let lists = CloudServiceTests.types.flatMap { ["Down:\($0)ReferenceList", "Down:\($0)List"] }
        #expect(pairs.sorted() == (["Up:LogonSession"] + lists + Array(repeating: "Create", count: 5)).sorted())
    }

    @Test(arguments: types, [false, true])
    func alternateHoldsInBothDirections(type: String, json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let plan = try client.cloud("CloudFailoverPlan", "Harbour Logistics Failover Plan")
        #expect(try client.perform(.post, plan.href("Start")).worked)
        let entities = try client.cloudList(type)
        let name = type == "VlanConfiguration" ? "Vlans" : type
        let items = entities.entries(name)
        #expect(!items.isEmpty)
        #expect(try client.get(try client.cloud().href("Down:\(type)ReferenceList")).items("Ref").count == items.count)
        for entity in items {
            let reference = try client.get(entity.href("Alternate:\(type)Reference"))
            #expect(reference["Name"] == entity["Name"])
            #expect(reference["UID"] == entity["UID"])
            #expect(reference["Type"] == type + "Reference")
            let again = try client.get(reference.href("Alternate:\(type)"))
            #expect(again["UID"] == entity["UID"])
            #expect(again["Href"] == entity["Href"])
        }
    }

    @Test(arguments: [false, true]) func aPlanInAListIsAFailoverPlanReference(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let list = try client.get(try client.cloud().href("Down:CloudFailoverPlanReferenceList"))
        let reference = list.items("Ref").first
        #expect(reference?["Type"] == "FailoverPlanReference")
        #expect(
            reference?.pairs.sorted() == [
                "Alternate:CloudFailoverPlan", "Related:CloudTenant", "Up:BackupServerReference",
            ]
        )
    }

    @Test func manyJobsMakeManyTenantsOnDemand() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.generatedJobs = 4000 })
        let tenants = try client.get(try client.cloud().href("Down:CloudTenantReferenceList")).items("Ref")
        #expect(tenants.count == 45)
        let replicas = try client.cloudList("CloudReplica").items("CloudReplica")
        #expect(replicas.count == 12)
        let replica = try #require(replicas.first { $0["Name"] == "Tenant 5 Replication" })
        let points = try client.get(replica.href("Down:CloudVmReplicaPointReferenceList")).items("Ref")
        #expect(points.count == 3)
        let point = try client.get(points.last?.href("Alternate:CloudVmReplicaPoint") ?? "")
        #expect(try client.get(point.href("Up:CloudReplicaReference"))["UID"] == replica["UID"])
        let tenant = try client.cloud("CloudTenant", "Tenant 5")
        #expect(tenant["ReplicaCount"] == "1")
        let deleted = try client.perform(.delete, tenant.href("Delete"))
        #expect(deleted.worked)
        #expect(try client.get(replica["Href"] ?? "").status == 404)
        #expect(try client.get(point["Href"] ?? "").status == 404)
    }
}
