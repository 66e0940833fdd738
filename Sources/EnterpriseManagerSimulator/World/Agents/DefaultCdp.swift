// SPDX-License-Identifier: Apache-2.0

/// The CDP policies that are there before the first request: one of machines, one of a vApp, one that is disabled.
enum DefaultCdp {
    static func furnish(_ world: inout World) {
        let erp = machines(["erp01", "erp02"], &world)
        let sales = policy("CDP ERP", "VMware", "Seconds count here", isEnabled: true, erp, &world)
        world.agents.replicas.place(replica(of: sales, erp, vApp: nil, &world))

        let shop = machines(["shop-web", "shop-db"], &world)
        let cloud = world.agents.generator.guid()
        let vApp = CdpReplicaMachine(
            id: world.agents.generator.guid(),
            name: "Web Shop",
            reference: "urn:vCloud:Vapp:\(cloud).urn:vcloud:vapp:\(world.agents.generator.guid())"
        )
        let tenants = policy("CDP Cloud Director", "vCloud", "The shop of a tenant", isEnabled: true, [vApp], &world)
        world.agents.vApps.place(replica(of: tenants, shop, vApp: vApp, &world))

        let lab = machines(["lab02"], &world)
        let idle = policy("CDP Lab", "VMware", "", isEnabled: false, lab, &world)
        world.agents.replicas.place(replica(of: idle, lab, vApp: nil, &world))
    }

    private static func machines(_ names: [String], _ world: inout World) -> [CdpReplicaMachine] {
        names.map { name in
            let number = world.agents.generator.number(in: 10...9999)
            return CdpReplicaMachine(
                id: world.agents.generator.guid(),
                name: name,
                reference: "urn:VMware:Vm:\(world.servers[0].id).vm-\(number)"
            )
        }
    }

    private static func policy(
        _ name: String,
        _ platform: String,
        _ description: String,
        isEnabled: Bool,
        _ subjects: [CdpReplicaMachine],
        _ world: inout World
    ) -> CdpPolicyRecord {
        var policy = CdpPolicyRecord(
            id: world.agents.generator.guid(),
            name: name,
            server: world.servers[0].id,
            platform: platform
        )
        policy.description = description
        policy.isEnabled = isEnabled
        policy.objects = subjects.map {
            ObjectInJobRecord(id: world.agents.generator.guid(), reference: $0.reference, name: $0.name)
        }
        world.agents.policies.place(policy)
        world.agents.beginCdpSession(of: policy.id, at: .seconds(-86_400 - world.agents.generator.number(in: 0...3600)))
        if !isEnabled { world.agents.endCdpSession(of: policy.id, at: .seconds(-3600)) }
        return policy
    }

    private static func replica(
        of policy: CdpPolicyRecord,
        _ machines: [CdpReplicaMachine],
        vApp: CdpReplicaMachine?,
        _ world: inout World
    ) -> CdpReplicaRecord {
        CdpReplicaRecord(
            id: world.agents.generator.guid(),
            name: vApp?.name ?? policy.name,
            policy: policy.id,
            policyName: policy.name,
            server: policy.server,
            repository: world.repositories.exceptional[1].id,
            vApp: vApp?.reference,
            machines: machines
        )
    }
}
