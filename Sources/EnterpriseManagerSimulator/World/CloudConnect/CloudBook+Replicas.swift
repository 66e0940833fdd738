// SPDX-License-Identifier: Apache-2.0

extension CloudBook {
    /// Replicas with three points of each machine, and failover plans for them.
    static func placeReplicas(in world: inout World, server: GUID) {
        for (owner, name, machines) in [
            ("Harbour Logistics", "Harbour Servers Replication", ["hl-dc01", "hl-erp01", "hl-files01"]),
            ("quayside", "Quayside Build Replication", ["qs-build01"]),
        ] {
            guard let tenant = world.cloud.tenants.records.first(where: { $0.name == owner }) else { continue }
            placeReplica(name, of: tenant.id, machines: machines, in: &world, server: server)
            var plan = CloudFailoverPlanRecord(
                id: world.generator.guid(),
                name: "\(owner) Failover Plan",
                server: server,
                owner: tenant.id,
                machines: machines.map { CloudFailoverPlanRecord.Machine(id: world.generator.guid(), name: $0) }
            )
            plan.description = "Full site failover"
            world.cloud.failoverPlans.place(plan)
        }
    }

    private static func placeReplica(
        _ name: String,
        of tenant: GUID,
        machines: [String],
        in world: inout World,
        server: GUID
    ) {
        let id = world.generator.guid()
        var points: [GUID] = []
        for machine in machines {
            for day in (1...3).reversed() {
                let seconds = -86_400 * day + 7200 + world.generator.number(in: 0...599)
                let point = CloudReplicaPointRecord(
                    id: world.generator.guid(),
                    server: server,
                    tenant: tenant,
                    replica: id,
                    replicaName: name,
                    machine: machine,
                    created: world.timestamp(.seconds(seconds))
                )
                world.cloud.points.place(point)
                points.append(point.id)
            }
        }
        let replica = CloudReplicaRecord(
            id: id,
            name: name,
            server: server,
            tenant: tenant,
            platform: "VMware",
            points: points
        )
        world.cloud.replicas.place(replica)
    }
}
