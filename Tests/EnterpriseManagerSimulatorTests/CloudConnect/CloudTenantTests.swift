// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct CloudTenantTests {
    static let common: Set<String> = [
        "Up:BackupServerReference", "Alternate:CloudTenantReference", "Edit:CloudTenantReference",
        "Down:CloudTenantResourceList", "Create:CloudTenantResource", "Delete", "Related:FreeLicenseCounters",
    ]
    static let ofStandalone: Set<String> = [
        "Down:CloudTenantComputeResourceList", "Create:CloudTenantComputeResource", "Down:CloudSubtenantList",
        "Create:CloudSubtenant",
    ]
    static let ofOrganization: Set<String> = [
        "Down:CloudTenantVCloudComputeResourceList", "Create:CloudTenantVCloudComputeResource",
    ]

    static let kinds: [(String, Set<String>, String)] = [
        ("Harbour Logistics", ofStandalone, "StandaloneTenant"), ("quayside", ofOrganization, "vCloudTenant"),
        ("EXAMPLE\\nora.hale", [], "ADTenantType"),
    ]

    @Test(arguments: kinds, [false, true])
    func theLinksFollowTheKind(tenant: (String, Set<String>, String), json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let page = try client.cloud("CloudTenant", tenant.0)
        #expect(Set(page.pairs) == CloudTenantTests.common.union(tenant.1))
        #expect(page.child("TenantType", tenant.2) != nil)
        #expect(page["Password"] ?? "" == "")
        let counters = try client.get(page.href("Related:FreeLicenseCounters"))
        #expect(try client.get(counters.href("Up:CloudTenant"))["UID"] == page["UID"])
    }

    @Test(arguments: [false, true]) func aStandaloneTenantIsMadeWithItsResources(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let quota = Sample.group([
            ("Name", .text("First")), ("RepositoryUid", .text(try client.repository("Backup Vol 02"))),
            ("QuotaMb", .number(10_240)),
        ])
        let compute = Sample.group([
            ("CloudHardwarePlanUid", .text(try client.cloud("CloudHardwarePlan", "Hyper-V Silver")["UID"] ?? "")),
            ("PlatformType", .text("HyperV")), ("UseNetworkFailoverResources", .flag(false)),
        ])
        let pool = try client.cloud("CloudGatewayPool", "Premium Gateways")
        let spec = Sample.group([
            ("Name", .text("New Customer")), ("Description", .text("d")), ("Password", .text("secret word")),
            ("Enabled", .flag(true)), ("LeaseExpirationDate", .text("2027-01-31T00:00:00Z")),
            ("Resources", .list(of: "BackupResource", [quota])),
            ("ComputeResources", .list(of: "ComputeResource", [compute])),
            ("BackupServerUid", .text(try client.server())), ("MaxConcurrentTasks", .number(2)),
            ("TenantType", .text("Standalone")),
            ("CloudGatewayPools", .list(of: "CloudGatewayPoolUid", [.text(pool["UID"] ?? "")])),
        ])
        let href = try client.cloudCreate("tenants")
        let done = try client.perform(.post, href, "CreateCloudTenantSpec", spec)
        #expect(done.worked)
        #expect(done.links.last?.name == "New Customer")
        let tenant = try client.get(done.href("Related:CloudTenant"))
        #expect(tenant["MaxConcurrentTasks"] == "2")
        #expect(tenant.child("LeaseOptions")?["LeaseExpirationDate"] == "2027-01-31T00:00:00Z")
        #expect(tenant.child("Resources")?.items("CloudTenantResource").count == 1)
        #expect(
            tenant.child("ComputeResources")?.items("CloudTenantComputeResource").first?["PlatformType"] == "HyperV"
        )
        #expect(tenant.child("CloudGatewayPools")?.items("CloudGatewayPool").count == 1)
        #expect(tenant.text.contains("secret word") == false)
        #expect(try client.perform(.post, href, "CreateCloudTenantSpec", spec).worked == false)
        #expect(try client.logOn(Client.standalone("New Customer", "secret word")).status == 201)
    }

    @Test(arguments: ["VCD", "vCD", "ActiveDirectory"], [false, true])
    func theOtherKindsAreMadeToo(kind: String, json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let isAccount = kind == "ActiveDirectory"
        let root = "e923e20c-e114-4358-90d4-363d7de928f3"
        let center = Sample.group([
            ("VirtualDataCenterRef", .text("urn:vCloud:OrgVdc:\(root).urn:vcloud:vdc:\(root)")),
            ("UseNetworkFailoverResources", .flag(true)),
        ])
        let own: [(String, Sample)] =
            isAccount
            ? [
                (
                    "Domain",
                    .group([
                        ("DomainName", .text("example.test")), ("DomainAccount", .text("x")), ("Port", .number(389)),
                    ])
                )
            ]
            : [
                ("OrganizationRef", .text("urn:vCloud:Organization:\(root).urn:vcloud:org:\(root)")),
                ("VCloudComputeResources", .list(of: "VCloudComputeResource", [center])),
            ]
        let common: [(String, Sample)] = [
            ("Name", .text("other")), ("BackupServerUid", .text(try client.server())), ("TenantType", .text(kind)),
        ]
        let href = try client.cloudCreate("tenants")
        let done = try client.perform(.post, href, "CreateCloudTenantSpec", .group(common + own))
        #expect(done.worked)
        let tenant = try client.get(done.href("Related:CloudTenant"))
        #expect(tenant.child("TenantType", isAccount ? "ADTenantType" : "vCloudTenant") != nil)
        let centers = tenant.child("VCloudComputeResources")?.items("CloudTenantVCloudComputeResource")
        #expect(centers?.count ?? 0 == (isAccount ? 0 : 1))
        #expect(try client.perform(.post, href, "CreateCloudTenantSpec", .group(common)).status == 400)
    }

    @Test(arguments: [false, true]) func anEntityThatIsSentBackChangesWhatItSays(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let tenant = try client.cloud("CloudTenant", "Harbour Logistics")
        let quotas = try #require(tenant.child("Resources")?.items("CloudTenantResource"))
        #expect(quotas.count == 2)
        let id = quotas[0]["Id"] ?? ""
        let quota = Sample.group([
            ("DisplayName", .text("Renamed")), ("RepositoryUid", .text(try client.repository("Backup Vol 02"))),
            ("Quota", .number(123_456)),
        ])
        var body = Sample.group([
            ("Description", .text("changed")), ("Enabled", .flag(false)),
            ("Resources", .list(of: "CloudTenantResource", [.group([("RepositoryQuota", quota)])])),
            ("ThrottlingEnabled", .flag(false)), ("BackupProtectionEnabled", .flag(false)),
        ]).body("CloudTenant", json: json)
        let marked = json ? "{\"Id\":\"\(id)\",\"RepositoryQuota\"" : "<CloudTenantResource Id=\"\(id)\">"
        let place = try #require(body.firstRange(of: json ? "{\"RepositoryQuota\"" : "<CloudTenantResource>"))
        body.replaceSubrange(place, with: marked)
        let href = tenant.href("Edit:CloudTenantReference")
        let done = try client.finish(try Page(client.send(.put, href, body: body)))
        #expect(done.worked)
        #expect(done["Operation"] == "EditCloudTenant")
        let changed = try client.get(tenant["Href"] ?? "")
        #expect([changed["Description"], changed["Enabled"]] == ["changed", "false"])
        #expect([changed["ThrottlingEnabled"], changed["BackupProtectionEnabled"]] == ["false", "false"])
        let now = changed.child("Resources")?.items("CloudTenantResource").map { $0.child("RepositoryQuota") } ?? []
        #expect(now.map { $0?["DisplayName"] } == ["Renamed", "Harbour Archive"])
        #expect(now.first??["Quota"] == "123456")
        #expect(changed["MaxConcurrentTasks"] == tenant["MaxConcurrentTasks"])
    }

    @Test(arguments: [false, true]) func quotasComeAndGo(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let tenant = try client.cloud("CloudTenant", "Meadow Dental")
        let href = tenant.href("Create:CloudTenantResource")
        func quota(_ repository: String) throws -> Sample {
            .group([
                ("Name", .text("New")), ("RepositoryUid", .text(try client.repository(repository))),
                ("QuotaMb", .number(1)),
            ])
        }
        let root = "CreateCloudTenantResourceSpec"
        // On another server.
        #expect(try client.perform(.post, href, root, quota("Branch Vol")).worked == false)
        let done = try client.perform(.post, href, root, quota("Backup Vol 02"))
        #expect(done.links.last?.name == "Meadow Dental")
        let resource = try client.get(done.href("Related:CloudTenantResource"))
        #expect(resource.pairs.sorted() == ["Delete:CloudTenantResource", "Up:BackupServer", "Up:CloudTenant"])
        #expect(try client.get(tenant["Href"] ?? "").child("Resources")?.items("CloudTenantResource").count == 1)
        #expect(try client.perform(.delete, resource.href("Delete:CloudTenantResource")).worked)
        #expect(try client.get(resource["Href"] ?? "").status == 404)

        let harbour = try client.cloud("CloudTenant", "Harbour Logistics")
        let shared = try client.get(harbour.href("Down:CloudTenantResourceList")).items("CloudTenantResource")[0]
        #expect(try client.perform(.delete, shared.href("Delete:CloudTenantResource")).worked == false)
    }

    @Test(arguments: [false, true]) func subtenantsShareAQuota(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let tenant = try client.cloud("CloudTenant", "Harbour Logistics")
        let quota = try #require(tenant.child("Resources")?.items("CloudTenantResource").first?["Id"])
        func spec(_ quota: String) -> Sample {
            .group([
                ("Name", .text("yard")), ("Password", .text("secret")), ("TenantResourceId", .text(quota)),
                ("QuotaName", .text("Yard")), ("QuotaMb", .number(512)), ("UnlimitedQuota", .flag(false)),
            ])
        }
        let href = tenant.href("Create:CloudSubtenant")
        let root = "CloudSubtenantCreateSpec"
        #expect(try client.perform(.post, href, root, spec("00000000-0000-4000-8000-000000000000")).worked == false)
        let done = try client.perform(.post, href, root, spec(quota))
        #expect(done.worked)
        #expect(done["Operation"] == "AddCloudSubtenant")
        let list = try client.get(tenant.href("Down:CloudSubtenantList"))
        let yard = try #require(list.item("CloudSubtenant", named: "yard"))
        #expect(yard.pairs == ["Edit:CloudSubtenant", "Delete", "Up:CloudTenant", "Up:BackupServer"])
        let change = Sample.group([("Name", .text("yard")), ("Enabled", .flag(false))])
        #expect(try client.perform(.put, yard.href("Edit:CloudSubtenant"), "CloudSubtenant", change).worked)
        let changed = try client.get(yard["Href"] ?? "")
        #expect(changed["Enabled"] == "false")
        #expect(changed.child("RepositoryQuota")?["QuotaMb"] == "512")
        #expect(try client.perform(.delete, yard.href("Delete"))["Operation"] == "DeleteCloudSubtenant")
        #expect(try client.get(tenant.href("Down:CloudSubtenantList")).items("CloudSubtenant").count == 2)
    }

    @Test(arguments: [false, true]) func dataCentersAreForOrganizations(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let tenant = try client.cloud("CloudTenant", "quayside")
        let id = "c20a16a7-2d09-4374-850d-84b1d6c9f7f3"
        let appliance = Sample.group([
            ("Name", .text("Appliance")), ("ProductionNetwork", .text("net")),
            ("ObtainIPAddressAutomatically", .flag(false)),
            (
                "ManualIpAddressSettingsInfoType",
                .group([
                    ("IpAddress", .text("192.0.2.9")), ("SubnetMask", .text("255.255.255.0")),
                    ("DefaultGateway", .text("192.0.2.1")),
                ])
            ),
        ])
        let spec = Sample.group([
            ("VirtualDataCenterRef", .text("urn:vCloud:OrgVdc:\(id).urn:vcloud:vdc:\(id)")),
            ("UseNetworkFailoverResources", .flag(true)), ("NetworkAppliance", appliance),
        ])
        let root = "CloudTenantVCloudComputeResourceCreateSpec"
        let href = tenant.href("Create:CloudTenantVCloudComputeResource")
        #expect(try client.perform(.post, href, root, spec).worked)
        #expect(try client.perform(.post, href, root, spec).worked == false)
        let list = try client.get(tenant.href("Down:CloudTenantVCloudComputeResourceList"))
        let made = try #require(list.items("CloudTenantVCloudComputeResource").first { $0["Id"] == id })
        let address = made.child("NetworkAppliance", "ManualIpAddressSettingsInfoType")
        #expect(address?["IpAddress"] == "192.0.2.9")
        let gone = try client.perform(.delete, made.href("Delete"))
        #expect(gone["Operation"] == "DeletevCloudTenantComputeResource")
        #expect(try client.get(made["Href"] ?? "").status == 404)
    }

    @Test(arguments: [
        "<CloudTenant/>", "", "{}",
        "<CloudTenant xmlns=\"http://www.veeam.com/ent/v1.0\"><Enabled>maybe</Enabled></CloudTenant>",
        "<CloudTenant xmlns=\"http://www.veeam.com/ent/v1.0\"><MaxConcurrentTasks>-1</MaxConcurrentTasks></CloudTenant>",
        "<CloudTenant xmlns=\"http://www.veeam.com/ent/v1.0\"><Enabled>true</Enabled><Description/></CloudTenant>",
        "<CloudTenant xmlns=\"http://www.veeam.com/ent/v1.0\"><Colour>red</Colour></CloudTenant>",
        "<CloudGateway xmlns=\"http://www.veeam.com/ent/v1.0\"><Description/></CloudGateway>",
    ])
    func whatIsNoTenantIs400(body: String) throws {
        var client = try Client.loggedOn()
        let tenant = try client.cloud("CloudTenant", "quayside")
        #expect(client.send(.put, tenant.href("Edit:CloudTenantReference"), body: body).status == 400)
    }
}
