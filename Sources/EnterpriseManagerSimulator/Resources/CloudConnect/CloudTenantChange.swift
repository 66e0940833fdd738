// SPDX-License-Identifier: Apache-2.0

/// The change of a tenant, its quotas and compute resources: an entity with what is to change [put_tenants_id].
enum CloudTenantChange {
    private static let members = [
        "Password", "Description", "Enabled", "LeaseExpirationDate", "LeaseOptions", "Resources", "LastResult",
        "LastActive", "VmCount", "ComputeResources", "ThrottlingEnabled", "ThrottlingSpeedLimit",
        "ThrottlingSpeedUnit", "PublicIpCount", "BackupCount", "ReplicaCount", "MaxConcurrentTasks",
        "WorkStationBackupCount", "ServerBackupCount", "BackupProtectionEnabled", "BackupProtectionPeriod",
        "TenantType", "VCloudComputeResources", "CloudGatewayPools", "FailoverToOthersGatewaysIfFail",
        "FailoverToOtherGatewaysIfFail",
    ]

    static func update(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let tenant = try CloudTenants.record(call, in: world)
        let body = try CloudBody(call, root: CloudTenants.type, members: members)
        let pools = try pools(in: body)
        // The guide has no link here, a live server has this one.
        let address = CloudTenants.one(tenant.id).entity
        let related = OfferedLink("Related", CloudTenants.type, address, name: tenant.name)
        return try CloudTenants.change(
            "EditCloudTenant",
            tenant,
            for: call,
            in: &world,
            links: [related],
            unless: { _, world in
                pools?.first { world.cloud.pools[$0] == nil }.map { "Cannot find \(CloudGatewayPools.noun) [\($0)]" }
            },
            also: { [id = tenant.id] book in if let pools { book.set(pools: pools, of: id) } },
            by: { (new) throws(Refusal) in try apply(body, to: &new) }
        )
    }

    private static func apply(_ body: CloudBody, to new: inout CloudTenantRecord) throws(Refusal) {
        try CloudTenantSettings.apply(body, to: &new)
        for item in body.items("Resources") ?? [] { try apply(quota: item, to: &new) }
        for item in body.items("ComputeResources") ?? [] {
            guard let index = new.computeResources.firstIndex(where: { $0.id == id(of: item) }) else { continue }
            let usesNetwork = try item.flag("UseNetworkFailoverResources")
            new.computeResources[index].usesNetworkResources =
                usesNetwork ?? new.computeResources[index].usesNetworkResources
            if let appliance = try CloudApplianceDocument.appliance(in: item) {
                new.computeResources[index].appliance = appliance
            }
        }
        for item in body.items("VCloudComputeResources") ?? [] {
            guard let index = new.dataCenters.firstIndex(where: { $0.id == id(of: item) }) else { continue }
            let usesNetwork = try item.flag("UseNetworkFailoverResources")
            new.dataCenters[index].usesNetworkResources = usesNetwork ?? new.dataCenters[index].usesNetworkResources
            new.dataCenters[index].appliance =
                try CloudApplianceDocument.appliance(in: item) ?? new.dataCenters[index].appliance
        }
    }

    private static func id(of item: CloudBody) -> GUID? { item.text("Id").flatMap { GUID($0) } }

    /// Quotas that are there are changed; that others come or go so is not documented.
    private static func apply(quota item: CloudBody, to tenant: inout CloudTenantRecord) throws(Refusal) {
        guard let index = tenant.quotas.firstIndex(where: { $0.id == id(of: item) }),
            let part = item.part("RepositoryQuota")
        else { return }
        tenant.quotas[index].name = part.text("DisplayName") ?? tenant.quotas[index].name
        let repository = try part.uid("RepositoryUid", of: "Repository")
        tenant.quotas[index].repository = repository ?? tenant.quotas[index].repository
        if part.text("WanAcceleratorUid") != nil {
            tenant.quotas[index].accelerator = try part.uid("WanAcceleratorUid", of: "WanAccelerator")
        }
        tenant.quotas[index].quota = try part.number("Quota", in: 0...Int.max) ?? tenant.quotas[index].quota
    }

    /// UIDs in requests; whole pools, as answers have them, are read as well.
    private static func pools(in body: CloudBody) throws(Refusal) -> [GUID]? {
        guard let items = body.items("CloudGatewayPools") else { return nil }
        var ids: [GUID] = []
        for item in items {
            ids.append(try CloudBody.uid(item.text("UID") ?? item.text, of: CloudGatewayPools.type))
        }
        return ids
    }
}

extension CloudBook {
    /// Makes a tenant use these pools and no others.
    fileprivate mutating func set(pools wanted: [GUID], of tenant: GUID) {
        for pool in Array(pools.ids) {
            pools.update(pool) { pool in
                let isThere = pool.tenants.contains(tenant)
                if wanted.contains(pool.id), !isThere { pool.tenants.append(tenant) }
                if !wanted.contains(pool.id), isThere { pool.tenants.removeAll { $0 == tenant } }
            }
        }
    }
}
