// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import EnterpriseManagerSimulator

@Suite struct CloudQueryTests {
    @Test(
        arguments: [
            ("CloudGateway", "Enabled==False", ["gw03.example.test"]),
            ("CloudGatewayPool", "Name==\"Premium Gateways\"", ["Premium Gateways"]),
            ("CloudTenant", "Type==Standalone", ["Harbour Logistics", "Alder & Finch", "Meadow Dental"]),
            ("CloudTenant", "Type==vCD", ["quayside"]),
            ("CloudTenant", "Type==ActiveDirectory", ["EXAMPLE\\nora.hale"]),
            ("CloudHardwarePlan", "Platform==HyperV", ["Hyper-V Silver"]),
            (
                "CloudPublicIpAddress", "CloudTenantName==\"Harbour Logistics\"", ["198.51.100.20", "198.51.100.21"]
            ),
            ("CloudFailoverPlan", "CloudTenantName==quayside", ["quayside Failover Plan"]),
            ("CloudReplica", "Platform==VMware", ["Harbour Servers Replication", "Quayside Build Replication"]),
            ("VlanConfiguration", "SwitchName==vSwitch0", ["vSwitch0"]),
            ("CloudSubtenant", "Unlimited==True", ["front.office"]),
            ("CloudSubtenant", "CloudTenantName==\"Harbour Logistics\"", ["warehouse", "front.office"]),
            ("CloudVmReplicaPoint", "VmName==qs-build01", ["qs-build01@", "qs-build01@", "qs-build01@"]),
        ],
        [false, true]
    )
    func theQueryServiceFindsThem(query: (String, String, [String]), json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        // Queries are a contract of their own: the guide tells clients to write these addresses.
        let filter = query.1.map { $0 == " " ? "%20" : $0 == "\"" ? "%22" : String($0) }.joined()
        let page = try client.get("/api/query?type=\(query.0)&filter=\(filter)&format=Entities")
        #expect(page.status == 200, "\(page.text)")
        let place = query.0 == "CloudSubtenant" ? "Resources" : "Entities"
        let item = query.0 == "VlanConfiguration" ? "Vlans" : query.0
        let lists = page.child(place)?.node.children ?? []
        let list = page.child(place, lists.first { !$0.children.isEmpty }?.name ?? "")
        let names = list?.entries(item).map { $0["Name"] ?? "" } ?? []
        #expect(names.count == query.2.count)
        #expect(zip(names, query.2).allSatisfy { $0.0.hasPrefix($0.1) }, "\(names)")
    }
}
