// SPDX-License-Identifier: Apache-2.0

/// `CreateCloudTenantSpec` [post_tenants].
enum CloudTenantCreation {
    private static let members = [
        "BackupServerIdOrName", "Name", "Description", "Password", "Enabled", "LeaseExpirationDate", "Resources",
        "ComputeResources", "VmCount", "ThrottlingEnabled", "ThrottlingSpeedLimit", "ThrottlingSpeedUnit",
        "PublicIpCount", "BackupServerUid", "MaxConcurrentTasks", "BackupProtectionEnabled", "BackupProtectionPeriod",
        "TenantType", "OrganizationRef", "VCloudComputeResources", "CloudGatewayPools",
        "FailoverToOthersGatewaysIfFail", "FailoverToOtherGatewaysIfFail", "Domain",
    ]

    static func create(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let body = try CloudBody(
            call,
            root: "CreateCloudTenantSpec",
            members: members,
            required: ["Name", "BackupServerUid"]
        )
        let server = try body.server(in: world)
        let name = try body.needed("Name")
        var tenant = CloudTenantRecord(
            id: world.generator.guid(),
            name: name,
            server: server ?? GUID(high: 0, low: 0),
            kind: try kind(in: body),
            password: body.text("Password") ?? ""
        )
        tenant.lastResult = "None"
        try CloudTenantSettings.apply(body, to: &tenant)
        for item in body.items("Resources") ?? [] {
            tenant.quotas.append(try CloudTenantQuotas.quota(in: item, &world))
        }
        for item in body.items("ComputeResources") ?? [] {
            tenant.computeResources.append(try CloudTenantComputeResources.compute(in: item, of: name, &world))
        }
        for item in body.items("VCloudComputeResources") ?? [] {
            tenant.dataCenters.append(try CloudTenantDataCenters.center(in: item, &world))
        }
        let pools = try body.uids("CloudGatewayPools", of: CloudGatewayPools.type) ?? []
        return world.begin("CreateCloudTenant", for: call) { [tenant] world, _ in
            if let obstacle = obstacle(to: tenant, on: server, pools: pools, in: world) { return .failed(obstacle) }
            let address = CloudTenants.one(tenant.id).entity
            return .done(
                links: [OfferedLink("Related", CloudTenants.type, address, name: tenant.name)],
                claim: CloudTenants.claim(tenant.name, on: tenant.server)
            ) { world, _ in
                world.cloud.tenants.add(tenant)
                for pool in pools { world.cloud.pools.update(pool) { $0.tenants.append(tenant.id) } }
            }
        }
    }

    private static func kind(in body: CloudBody) throws(Refusal) -> CloudTenantKind {
        let type = try body.word("TenantType", of: ["Standalone", "vCD", "ActiveDirectory"]) ?? "Standalone"
        let name = try body.needed("Name")
        switch type {
        case "vCD":
            let reference = try body.needed("OrganizationRef")
            guard reference.lowercased().hasPrefix("urn:vcloud:organization:") else {
                throw Refusal(400, "\(reference) is no reference to an organization")
            }
            return .organization(name: name, reference: reference)
        case "ActiveDirectory":
            guard let domain = body.part("Domain"), let port = try domain.port("Port") else {
                throw Refusal(400, "Domain is missing, or has no Port")
            }
            return .account(domain: try domain.needed("DomainName"), port: port, name: name)
        default:
            return .standalone
        }
    }

    private static func obstacle(
        to tenant: CloudTenantRecord,
        on server: GUID?,
        pools: [GUID],
        in world: World
    ) -> String? {
        if let obstacle = CloudTenants.obstacle(toName: tenant.name, on: server, in: world) { return obstacle }
        var empty = tenant
        empty.quotas = []
        for quota in tenant.quotas {
            if let obstacle = CloudTenantQuotas.obstacle(to: quota, of: empty, in: world) { return obstacle }
            empty.quotas.append(quota)
        }
        for compute in tenant.computeResources {
            if let obstacle = CloudTenantComputeResources.obstacle(to: compute, in: world) { return obstacle }
        }
        return pools.first { world.cloud.pools[$0] == nil }.map { "Cannot find \(CloudGatewayPools.noun) [\($0)]" }
    }
}
