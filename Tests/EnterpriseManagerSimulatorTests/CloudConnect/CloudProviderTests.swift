// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

/// Gateways, pools, addresses, VLANs and hardware plans.
@Suite struct CloudProviderTests {
    @Test(arguments: [false, true]) func aGatewayIsMadeChangedAndDeleted(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let spec = Sample.group([
            ("ServerHostName", .text("gw09.example.test")), ("Description", .text("new")),
            ("ExternalPort", .number(6190)),
            ("NetworkType", .text("Direct")), ("BackupServerUid", .text(try client.server())),
        ])
        let href = try client.cloudCreate("gateways")
        let done = try client.perform(.post, href, "CreateCloudGatewaySpec", spec)
        #expect(done.worked)
        #expect(done["Operation"] == "CreateCloudGateway")
        var gateway = try client.get(done.href("Related:CloudGateway"))
        #expect(gateway["Name"] == "gw09.example.test")
        #expect(gateway["ExternalPort"] == "6190")
        #expect(gateway["InternalPort"] == "6180")
        #expect(try client.perform(.post, href, "CreateCloudGatewaySpec", spec).worked == false)

        let change = Sample.group([
            ("Enabled", .flag(false)), ("NetworkMode", .text("NAT")), ("ExternalIP", .text("203.0.113.99")),
        ])
        let edited = try client.perform(.put, gateway.href("Edit:CloudGatewayReference"), "CloudGateway", change)
        #expect(edited.worked)
        #expect(edited["Operation"] == "EditCloudGateway")
        gateway = try client.get(gateway["Href"] ?? "")
        #expect([gateway["Enabled"], gateway["NetworkMode"], gateway["ExternalPort"]] == ["false", "NAT", "6190"])

        #expect(try client.perform(.delete, gateway.href("Delete:CloudGateway"))["Operation"] == "DeleteCloudGateway")
        #expect(try client.get(gateway["Href"] ?? "").status == 404)
    }

    @Test(arguments: [false, true]) func aPoolKnowsItsGatewaysAndTenants(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let gateway = try client.cloud("CloudGateway", "gw03.example.test")
        let tenant = try client.cloud("CloudTenant", "Alder & Finch")
        func pool(_ gateway: String) throws -> Sample {
            .group([
                ("Name", .text("Second Pool")), ("CloudGateways", .list(of: "CloudGatewayUid", [.text(gateway)])),
                ("CloudTenants", .list(of: "CloudTenantUid", [.text(tenant["UID"] ?? "")])),
                ("BackupServerUid", .text(try client.server())),
            ])
        }
        let href = try client.cloudCreate("gatewayPools")
        let unknown = "urn:veeam:CloudGateway:00000000-0000-4000-8000-000000000000"
        #expect(try client.perform(.post, href, "CreateCloudGatewayPoolSpec", pool(unknown)).worked == false)
        let done = try client.perform(.post, href, "CreateCloudGatewayPoolSpec", pool(gateway["UID"] ?? ""))
        #expect(done.worked)
        let made = try client.get(done.href("Related:CloudGatewayPools"))
        #expect(made.child("CloudTenants")?.entries("CloudTenantUid").count == 1)
        #expect(made.href("Delete").isEmpty == false)
        let gateways = try client.get(made.href("Down:CloudGatewayReferenceList"))
        #expect(gateways.items("Ref").map { $0["Name"] } == ["gw03.example.test"])
        let finch = try client.get(tenant["Href"] ?? "")
        #expect(finch.child("CloudGatewayPools")?.items("CloudGatewayPool").first?["Name"] == "Second Pool")
        #expect(try client.get(tenant.href("Alternate:CloudTenantReference") + "/gatewayPools").items("Ref").count == 1)

        #expect(try client.perform(.delete, gateway.href("Delete:CloudGateway")).worked)
        #expect(try client.get(made.href("Down:CloudGatewayReferenceList")).items("Ref").isEmpty)
        let deleted = try client.perform(.delete, made.href("Delete"))
        #expect(deleted["Operation"] == "DeleteCloudGatewayPool")
        #expect(try client.get(deleted.href("Related:CloudGatewayPoolList")).items("CloudGatewayPool").count == 1)
    }

    @Test(arguments: [false, true]) func aRangeOfAddressesIsMadeAtOnce(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        func range(_ first: String, _ last: String) throws -> Sample {
            .group([
                // An example has a blank at the end, too.
                ("BackupServerUid", .text(try client.server() + " ")), ("IpAddressLowerBound", .text(first)),
                ("IpAddressUpperBound", .text(last)),
            ])
        }
        let href = try client.cloudCreate("publicIpAddresses")
        let root = "CloudPublicIpAddressCreateSpec"
        let done = try client.perform(.post, href, root, range("198.51.100.254", "198.51.101.1"))
        #expect(done.worked)
        let list = try client.get(done.href("Related:CloudPublicIpAddressList"))
        #expect(
            list.items("CloudPublicIpAddress").suffix(4).map { $0["IpAddress"] } == [
                "198.51.100.254", "198.51.100.255", "198.51.101.0", "198.51.101.1",
            ]
        )
        #expect(try client.perform(.post, href, root, range("198.51.101.1", "198.51.101.2")).worked == false)
        #expect(try client.perform(.post, href, root, range("198.51.101.9", "198.51.101.2")).status == 400)
        #expect(try client.perform(.post, href, root, range("198.51.100", "198.51.101.2")).status == 400)

        let address = try client.cloud("CloudPublicIpAddress", "198.51.101.1")
        let edit = address.href("Edit:CloudPublicIpAddressReference")
        let taken = Sample.group([("IpAddress", .text("198.51.101.0"))])
        #expect(try client.perform(.put, edit, "CloudPublicIpAddress", taken).worked == false)
        let free = Sample.group([("IpAddress", .text("198.51.101.7"))])
        #expect(try client.perform(.put, edit, "CloudPublicIpAddress", free).worked)
        #expect(try client.get(address["Href"] ?? "")["Name"] == "198.51.101.7")
        #expect(try client.perform(.delete, address.href("Delete:CloudPublicIpAddress")).worked)
        #expect(try client.get(address["Href"] ?? "").status == 404)
    }

    @Test(arguments: [false, true]) func vlansAreChangedAndDeleted(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let item = try client.cloud("VlanConfiguration", "vSwitch0", item: "Vlans")
        #expect(item["Href"]?.isEmpty != false)
        #expect(GUID(item["UID"] ?? "") != nil)
        let edit = item.href("Edit:VlanConfigurationReference")
        let change = Sample.group([("VlanIdsWithInternetLeftBound", .number(490))])
        #expect(try client.perform(.put, edit, "VlanConfiguration", change).worked)
        let entity = try client.get(try client.get(edit).href("Alternate:VlanConfiguration"))
        #expect(entity["VlanIdsWithInternetLeftBound"] == "490")
        #expect(entity["VlanIdsWithInternetRightBound"] == "509")
        for wrong in [("VlanIdsWithInternetRightBound", 515), ("VlanIdsWithInternetLeftBound", 4096)] {
            let body = Sample.group([(wrong.0, .number(wrong.1))])
            #expect(try client.perform(.put, edit, "VlanConfiguration", body).status == 400)
        }
        #expect(try client.perform(.delete, entity.href("Delete:VlanConfiguration")).worked)
        #expect(try client.cloudList("VlanConfiguration").entries("Vlans").count == 1)
    }

    @Test(arguments: [false, true]) func aHardwarePlanInUseStays(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let gold = try client.cloud("CloudHardwarePlan", "VMware Gold")
        let tenants = try client.get(gold.href("Down:CloudTenantReference"))
        #expect(tenants.items("CloudTenant").map { $0["Name"] } == ["Harbour Logistics"])
        #expect(try client.perform(.delete, gold.href("Delete:CloudHardwarePlan")).worked == false)
        let harbour = try client.cloud("CloudTenant", "Harbour Logistics")
        let compute = try client.get(harbour.href("Down:CloudTenantComputeResourceList"))
        let resource = try #require(compute.items("CloudTenantComputeResource").first)
        let gone = try client.perform(.delete, resource.href("Delete:CloudTenantResource"))
        #expect(gone["Operation"] == "DeleteCloudTenantComputeResource")
        #expect(try client.perform(.delete, gold.href("Delete:CloudHardwarePlan")).worked)
        #expect(try client.get(gold["Href"] ?? "").status == 404)
    }

    @Test(arguments: [false, true]) func aHardwarePlanIsMadeAndChanged(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        func details(_ gigabytes: Int) -> Sample {
            let volume = Sample.group([
                ("FriendlyName", .text("Volume")), ("VolumePath", .text("F:\\Replicas")),
                ("QuotaGb", .number(gigabytes)),
            ])
            let plan = Sample.group([
                ("HypervisorHostRef", .text("urn:HyperV:Host:849a937a-0000-4f03-8111-67b06393afcb.")),
                ("Volumes", .list(of: "Volume", [volume])),
            ])
            return .group([("HvCloudHardwarePlan", plan)])
        }
        let spec = Sample.group([
            ("BackupServerUid", .text(try client.server())), ("Name", .text("Bronze")),
            ("ProcessorUsageLimitMhz", .number(2000)), ("MemoryUsageLimitMb", .number(4096)),
            ("HardwarePlanDetails", details(50)),
        ])
        let href = try client.cloudCreate("hardwarePlans")
        #expect(try client.perform(.post, href, "CloudHardwarePlanCreateSpec", spec).worked)
        let plan = try client.cloud("CloudHardwarePlan", "Bronze")
        let edit = plan.href("Edit:CloudHardwarePlanReference")
        let change = Sample.group([("MemoryUsageLimitMb", .number(8192)), ("HardwarePlanDetails", details(75))])
        #expect(try client.perform(.put, edit, "CloudHardwarePlan", change).worked)
        let changed = try client.get(plan["Href"] ?? "")
        #expect(changed["MemoryUsageLimitMb"] == "8192")
        let volumes = changed.child("HardwarePlanDetails", "HvCloudHardwarePlan", "Volumes")?.items("Volume")
        #expect(volumes?.map { $0["QuotaGb"] } == ["75"])
        let none = Sample.group([("HardwarePlanDetails", .group([]))])
        #expect(try client.perform(.put, edit, "CloudHardwarePlan", none).status == 400)
    }
}
