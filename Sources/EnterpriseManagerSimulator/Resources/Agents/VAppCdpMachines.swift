// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `VAppCdpReplicaVm`, in lists `Items`: the machines of vApps in CDP replicas [cdpreplica_vapps_id_vms_id].
enum VAppCdpMachines: ResourceFamily {
    static let audience = Audience.machineRestore
    private static let type = "VAppCdpReplicaVm"
    private static let path = VAppCdpReplicas.path + "/*/vms"

    static func register(in router: inout Router) {
        router.on(.get, path) { (call, world) throws(Refusal) in
            let replica = try VAppCdpReplicas.record(call, in: world)
            guard call.query.wantsEntity else {
                return .ok(Reference.list(replica.machines.map { reference($0, of: replica, world) }))
            }
            let items = replica.machines.map { machine in
                var element = entity(machine, of: replica, world)
                element.name = "Items"
                return element
            }
            return .ok(.list("VAppCdpReplicaVms", of: "Items", items))
        }
        router.on(.get, path + "/*") { (call, world) throws(Refusal) in
            let replica = try VAppCdpReplicas.record(call, in: world)
            let id = try call.id(1, type: type)
            guard let machine = replica.machines.first(where: { $0.id == id }) else {
                throw Refusal.missing("machine of a CDP replica", id)
            }
            return .ok(
                call.query.wantsEntity
                    ? entity(machine, of: replica, world) : reference(machine, of: replica, world).element()
            )
        }
    }

    private static func reference(
        _ machine: CdpReplicaMachine,
        of replica: CdpReplicaRecord,
        _ world: World
    ) -> Reference {
        Reference(
            type: type,
            name: machine.name,
            uid: UID(type, machine.id),
            address: VAppCdpReplicas.part("vms/\(machine.id)", of: replica.id),
            links: [
                BackupServers.up(replica.server, in: world),
                VAppCdpReplicas.up(replica.id, name: replica.name),
                CdpPolicies.up(replica.policy, name: replica.policyName),
            ]
        )
    }

    private static func entity(_ machine: CdpReplicaMachine, of replica: CdpReplicaRecord, _ world: World) -> Element {
        let reference = reference(machine, of: replica, world)
        // The one family whose link to the reference says so in its query [cdpreplica_vapps_id_vms_id].
        let alternate = OfferedLink(
            "Alternate",
            type + "Reference",
            Address(reference.address.tail + "?format=Reference"),
            name: machine.name
        )
        return Element(
            type,
            reference.entityIdentity,
            links: [reference.links[0], alternate] + reference.links.dropFirst(),
            content: [.text("ReplicaUid", replica.id.description), .text("VmRef", machine.reference)]
        )
    }
}
