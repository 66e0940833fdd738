// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudTenant`: standalone, of Cloud Director, of Active Directory [get_tenants_id, representation_collections].
enum CloudTenants: CloudResources {
    static let type = "CloudTenant"
    static let path = "cloud/tenants"
    static let noun = "cloud tenant"
    static var table: WritableKeyPath<CloudBook, Table<CloudTenantRecord>> { \.tenants }

    /// The address of a list below a tenant.
    static func part(_ path: String, of tenant: GUID) -> Address { Address(self.path, tenant, part: path) }

    static func register(in router: inout Router) {
        registerReading(in: &router)
        router.on(.post, path) { (call, world) throws(Refusal) in try CloudTenantCreation.create(call, &world) }
        router.on(.put, path + "/*") { (call, world) throws(Refusal) in try CloudTenantChange.update(call, &world) }
        router.on(.delete, path + "/*", options: ["includeBackups"]) { (call, world) throws(Refusal) in
            // Whether the backups stay on the repository [delete_tenants_id]; no document of Cloud Connect shows it.
            if let flag = call.query["includeBackups"], !["true", "false"].contains(flag.lowercased()) {
                throw Refusal(400, "includeBackups is no Boolean value: \(flag)")
            }
            let id = try record(call, in: world).id
            return remove("DeleteCloudTenant", id, for: call, in: &world, also: { $0.remove(tenant: id) })
        }
    }

    static func links(of tenant: CloudTenantRecord, in world: World) -> [OfferedLink] {
        [edit(tenant)] + CloudTenantQuotas.lists(of: tenant.id) + [delete(tenant, type: nil)]
            + (tenant.kind.isStandalone
                ? CloudTenantComputeResources.lists(of: tenant.id) + CloudSubtenants.lists(of: tenant.id) : [])
            + (tenant.kind.isOrganization ? CloudTenantDataCenters.lists(of: tenant.id) : [])
            + [CloudLicenseCounters.related(of: tenant.id)]
    }

    static func content(of tenant: CloudTenantRecord, at now: Duration, in world: World) -> [Content] {
        let pools = CloudGatewayPools.pools(of: tenant.id, in: world)
        let quotas = tenant.quotas.map { CloudTenantQuotas.element($0, of: tenant) }
        let compute = tenant.computeResources.map { CloudTenantComputeResources.element($0, of: tenant, in: world) }
        let centers = tenant.dataCenters.map { CloudTenantDataCenters.element($0, of: tenant) }
        let lease: [Element.Attribute] = [("Enabled", .boolean(tenant.leaseEnd != nil))]
        let leaseEnd: [Element.Attribute] = tenant.leaseEnd.map { [("LeaseExpirationDate", .text($0.iso))] } ?? []
        return [
            .absent("Password"),
            .text("Description", tenant.description),
            .value("Enabled", .boolean(tenant.isEnabled)),
            .element(Element("LeaseOptions", attributes: lease + leaseEnd)),
            .group("Resources", [items("CloudTenantResource", quotas)]),
            .text("LastResult", tenant.lastResult),
            .text("LastActive", tenant.lastActive?.iso ?? "1753-01-01T00:00:00Z"),
            .group("ComputeResources", [items("CloudTenantComputeResource", compute)]),
            .value("ThrottlingEnabled", .boolean(tenant.throttling != nil)),
            .value("ThrottlingSpeedLimit", .number(tenant.throttling?.limit ?? 1)),
            .text("ThrottlingSpeedUnit", tenant.throttling?.unit ?? "MBps"),
            .value("PublicIpCount", .number(tenant.publicAddressCount)),
            .value("BackupCount", .number(tenant.backupCount)),
            .value("ReplicaCount", .number(tenant.replicaCount)),
            .value("MaxConcurrentTasks", .number(tenant.maxConcurrentTasks)),
            .value("WorkStationBackupCount", .number(tenant.workstationCount)),
            .value("ServerBackupCount", .number(tenant.serverCount)),
            .value("BackupProtectionEnabled", .boolean(tenant.protectionDays != nil)),
            .value("BackupProtectionPeriod", .number(tenant.protectionDays ?? 1)),
            .group("TenantType", kind(of: tenant)),
            tenant.kind.isOrganization
                ? .group("VCloudComputeResources", [items("CloudTenantVCloudComputeResource", centers)])
                : .absent("VCloudComputeResources"),
        ] + gatewayPools(pools, of: tenant, at: now, in: world)
    }

    static func queryValues(of tenant: CloudTenantRecord, in world: World) -> [String: String] {
        switch tenant.kind {
        case .standalone: ["tenanttype": "Standalone"]
        case .account: ["tenanttype": "ActiveDirectory"]
        case .organization(_, let reference): ["tenanttype": "vCD", "organizationreference": reference]
        }
    }

    /// Repeated children; `null` instead of an empty array [representation_collections].
    static func items(_ name: String, _ elements: [Element]) -> Content {
        elements.isEmpty ? .absent(name.hasSuffix("s") ? name : name + "s") : .items(of: name, elements)
    }

    private static func kind(of tenant: CloudTenantRecord) -> [Content] {
        switch tenant.kind {
        case .standalone:
            let credentials = [Content.text("Username", tenant.name), .absent("Password")]
            return [.group("StandaloneTenant", [.group("TenantCredentials", credentials)]), .absent("vCloudTenant")]
        case .organization(let name, let reference):
            let organization = [Content.text("OrganizationName", name), .text("OrganizationRef", reference)]
            return [.absent("StandaloneTenant"), .group("vCloudTenant", organization)]
        case .account(let domain, let port, let name):
            let content = [Content.text("DomainName", domain), .value("Port", .number(port))]
            return [.group("ADTenantType", [.group("Domain", content), .text("Account", name)])]
        }
    }

    /// The pools without links, as other nested copies are (inferred: the type is that of pools), and the flag that
    /// goes with them.
    private static func gatewayPools(
        _ pools: [CloudGatewayPoolRecord],
        of tenant: CloudTenantRecord,
        at now: Duration,
        in world: World
    ) -> [Content] {
        let elements = pools.map { pool in
            var element = CloudGatewayPools.entity(pool, at: now, in: world)
            element.links = nil
            return element
        }
        return [
            elements.isEmpty
                ? .absent("CloudGatewayPools")
                : .group("CloudGatewayPools", [.items(of: "CloudGatewayPool", elements)]),
            .value("FailoverToOthersGatewaysIfFail", .boolean(tenant.usesOtherGateways)),
        ]
    }
}
