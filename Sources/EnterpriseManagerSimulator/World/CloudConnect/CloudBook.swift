// SPDX-License-Identifier: Apache-2.0

/// Cloud Connect: tenants and their resources, gateways, hardware plans, failover.
struct CloudBook: Sendable {
    var gateways: Table<CloudGatewayRecord>
    var pools: Table<CloudGatewayPoolRecord>
    var tenants: Table<CloudTenantRecord>
    var hardwarePlans: Table<CloudHardwarePlanRecord>
    var addresses: Table<CloudPublicAddressRecord>
    var vlans: Table<CloudVlanRecord>
    var replicas: Table<CloudReplicaRecord>
    var points: Table<CloudReplicaPointRecord>
    var failoverPlans: Table<CloudFailoverPlanRecord>
    var failoverSessions: Table<CloudFailoverSessionRecord>

    init(_ configuration: SimulatorConfiguration) {
        let seed = configuration.seed
        gateways = Table(kind: "CloudGateway", seed: seed)
        pools = Table(kind: "CloudGatewayPool", seed: seed)
        tenants = Table(kind: "CloudTenant", seed: seed)
        hardwarePlans = Table(kind: "CloudHardwarePlan", seed: seed)
        addresses = Table(kind: "CloudPublicIpAddress", seed: seed)
        vlans = Table(kind: "VlanConfiguration", seed: seed)
        replicas = Table(kind: "CloudReplica", seed: seed)
        points = Table(kind: "CloudVmReplicaPoint", seed: seed)
        failoverPlans = Table(kind: "CloudFailoverPlan", seed: seed)
        failoverSessions = Table(kind: "CloudFailoverSession", seed: seed)
    }

    /// Puts the first records into a world that has its servers, repositories and jobs.
    static func furnish(_ world: inout World) {
        guard let server = world.servers.first?.id else { return }
        let repositories = world.repositories.filter { $0.server == server }.map(\.id)
        guard repositories.count > 2 else { return }
        generate(in: &world, server: server, repository: repositories[2])
        placeProvider(in: &world, server: server)
        placeTenants(in: &world, server: server, repositories: repositories)
        placeReplicas(in: &world, server: server)
    }

    /// Removes a tenant, and what can not be without it: its replicas and failover plans (inferred).
    mutating func remove(tenant id: GUID) {
        tenants.remove(id)
        for pool in Array(pools.ids) { pools.update(pool) { $0.tenants.removeAll { $0 == id } } }
        for plan in failoverPlans.records.filter({ $0.owner == id }) { failoverPlans.remove(plan.id) }
        for replica in replicas.records.filter({ $0.tenant == id }) {
            for point in replica.points { points.remove(point) }
            replicas.remove(replica.id)
        }
        for address in addresses.records.filter({ $0.holder == id }) {
            addresses.update(address.id) { $0.holder = nil }
        }
    }

    /// The tenant that logs on with a name, without regard to case (inferred).
    func standaloneTenant(_ name: String) -> CloudTenantRecord? {
        tenants.records.first { $0.kind.isStandalone && $0.name.lowercased() == name.lowercased() }
    }

    /// The tenant that is an organization of Cloud Director.
    func organization(_ name: String) -> CloudTenantRecord? {
        tenants.records.first { tenant in
            if case .organization(let organization, _) = tenant.kind {
                organization.lowercased() == name.lowercased()
            } else {
                false
            }
        }
    }

    /// Forgets everything of a backup server that is being removed.
    mutating func forget(server id: GUID) {
        gateways.removeAll { $0.server == id }
        pools.removeAll { $0.server == id }
        tenants.removeAll { $0.server == id }
        hardwarePlans.removeAll { $0.server == id }
        addresses.removeAll { $0.server == id }
        vlans.removeAll { $0.server == id }
        replicas.removeAll { $0.server == id }
        points.removeAll { $0.server == id }
        failoverPlans.removeAll { $0.server == id }
        failoverSessions.removeAll { $0.server == id }
    }
}
