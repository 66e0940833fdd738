// SPDX-License-Identifier: Apache-2.0

extension CloudBook {
    /// How many generated jobs there are for one tenant, tenants for one replica, and points of one replica.
    private static let jobsPerTenant = 100
    private static let tenantsPerReplica = 4
    private static let pointsPerReplica = 3

    /// Tables with tenants, replicas and points in proportion to the generated jobs, each made when it is asked for.
    static func generate(in world: inout World, server: GUID, repository: GUID) {
        let seed = world.configuration.seed
        let tenants = max(0, world.configuration.generatedJobs) / jobsPerTenant
        let replicas = tenants / tenantsPerReplica
        let begin = world.timestamp(.zero)
        let password = world.configuration.password
        let tenantIDs = GUIDCodec(kind: "CloudTenant", seed: seed)
        let quotaIDs = GUIDCodec(kind: "CloudTenantResource", seed: seed)
        let replicaIDs = GUIDCodec(kind: "CloudReplica", seed: seed)
        let pointIDs = GUIDCodec(kind: "CloudVmReplicaPoint", seed: seed)

        world.cloud.tenants = Table(kind: "CloudTenant", seed: seed, generating: tenants) { number, id in
            let name = "Tenant \(number + 1)"
            var tenant = CloudTenantRecord(id: id, name: name, server: server, kind: .standalone, password: password)
            tenant.description = "Customer number \(10_000 + number)"
            tenant.lastActive = begin.earlier(minutes: 7 * number % 1440)
            tenant.backupCount = 1 + number % 3
            tenant.replicaCount = number % tenantsPerReplica == 0 && number / tenantsPerReplica < replicas ? 1 : 0
            let quota = 102_400 * (1 + number % 5)
            tenant.quotas = [
                CloudQuotaRecord(
                    id: quotaIDs.id(number),
                    name: "Cloud Repository",
                    repository: repository,
                    quota: quota,
                    used: quota / 10 * (number % 10)
                )
            ]
            return tenant
        }
        world.cloud.replicas = Table(kind: "CloudReplica", seed: seed, generating: replicas) { number, id in
            CloudReplicaRecord(
                id: id,
                name: "Tenant \(number * tenantsPerReplica + 1) Replication",
                server: server,
                tenant: tenantIDs.id(number * tenantsPerReplica),
                platform: "VMware",
                points: (0..<pointsPerReplica).map { pointIDs.id(number * pointsPerReplica + $0) }
            )
        }
        let points = replicas * pointsPerReplica
        world.cloud.points = Table(kind: "CloudVmReplicaPoint", seed: seed, generating: points) { number, id in
            let replica = number / pointsPerReplica
            return CloudReplicaPointRecord(
                id: id,
                server: server,
                tenant: tenantIDs.id(replica * tenantsPerReplica),
                replica: replicaIDs.id(replica),
                replicaName: "Tenant \(replica * tenantsPerReplica + 1) Replication",
                machine: "t\(replica * tenantsPerReplica + 1)-vm",
                created: begin.earlier(minutes: 1440 * (pointsPerReplica - number % pointsPerReplica) - replica % 600)
            )
        }
    }
}

extension Timestamp {
    /// So many minutes before.
    fileprivate func earlier(minutes: Int) -> Timestamp { Timestamp(milliseconds: milliseconds - minutes * 60_000) }
}
