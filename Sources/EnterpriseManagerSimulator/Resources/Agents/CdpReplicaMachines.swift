// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CdpReplicaVm`: machines in replicas of CDP policies [cdpreplicas_id_vms_id].
enum CdpReplicaMachines: ResourceFamily {
    static let audience = Audience.machineRestore
    private static let type = "CdpReplicaVm"
    private static let path = CdpReplicas.path + "/*/vms"

    static func register(in router: inout Router) {
        router.on(.get, path) { (call, world) throws(Refusal) in
            let replica = try CdpReplicas.record(call, in: world)
            return call.query.wantsEntity
                ? .ok(.list("VmCdpReplicas", of: type, replica.machines.map { entity($0, of: replica, world) }))
                : .ok(Reference.list(replica.machines.map { reference($0, of: replica, world) }))
        }
        router.on(.get, path + "/*") { (call, world) throws(Refusal) in
            let (replica, machine) = try machine(call, in: world)
            return .ok(
                call.query.wantsEntity
                    ? entity(machine, of: replica, world) : reference(machine, of: replica, world).element()
            )
        }
    }

    /// The machine of a request.
    static func machine(_ call: Call, in world: World) throws(Refusal) -> (CdpReplicaRecord, CdpReplicaMachine) {
        let replica = try CdpReplicas.record(call, in: world)
        let id = try call.id(1, type: type)
        guard let machine = replica.machines.first(where: { $0.id == id }) else {
            throw Refusal.missing("machine of a CDP replica", id)
        }
        return (replica, machine)
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
            address: CdpReplicas.part("vms/\(machine.id)", of: replica.id),
            links: [
                BackupServers.up(replica.server, in: world),
                OfferedLink(
                    "Up",
                    "RepositoryReference",
                    Repositories.one(replica.repository),
                    name: world.repository(replica.repository)?.name
                ),
                CdpReplicas.up(replica.id, name: replica.name),
                CdpPolicies.up(replica.policy, name: replica.policyName),
            ]
        )
    }

    /// Actions first, and no way back to the reference [cdpreplicas_id_vms_id].
    private static func entity(_ machine: CdpReplicaMachine, of replica: CdpReplicaRecord, _ world: World) -> Element {
        let reference = reference(machine, of: replica, world)
        return Element(
            type,
            reference.entityIdentity,
            links: CdpFailovers.links(at: reference.address) + reference.links,
            content: [
                .text("VmRef", machine.reference),
                .text("ReplicaUid", replica.id.description),
                .text("BackupServer", world.server(replica.server)?.name ?? ""),
                .text("PolicyUid", replica.policy.description),
                .text("PolicyName", replica.policyName),
                .text("RepositoryName", world.repository(replica.repository)?.name ?? ""),
            ]
        )
    }
}
