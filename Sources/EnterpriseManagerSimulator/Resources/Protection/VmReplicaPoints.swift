// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `VmReplicaPoint`: the state of a replicated machine, to fail over to or to mount
/// [vmreplicapoints_id, get_vmreplicapoints_id]; undo, permanent failover and failback are in no page of the guide.
enum VmReplicaPoints: KeyResource {
    static let audience = Audience.machineRestore
    static let type = "VmReplicaPoint"
    static let path = "vmReplicaPoints"
    static let noun = "VM replica point"
    static func table(of world: World) -> Table<VmReplicaPointRecord> { world.protection.replicaPoints }

    static func register(in router: inout Router) {
        serve(in: &router)
        router.on(.post, path + "/*", action: "failover") { (call, world) throws(Refusal) in
            let point = try record(call, in: world)
            return world.begin("StartReplicaFailover", for: call) { world, now in
                world.restore(
                    RestoreOrder(title: point.machine, machine: point.machine, server: point.server)
                        .failover(of: point.reference),
                    at: now
                )
            }
        }
    }

    static func reference(_ point: VmReplicaPointRecord, _ world: World) -> Reference {
        Reference(
            type: type,
            name: point.machine + "@" + world.timestamp(point.time).inName,
            uid: UID(type, point.id),
            address: one(point.id),
            links: ups(point, world)
        )
    }

    static func entity(_ point: VmReplicaPointRecord, at now: Duration, _ world: World) -> Element {
        let reference = reference(point, world)
        return Element(
            type,
            reference.entityIdentity,
            attributes: [("VmDisplayName", .text(point.machine))],
            links: [OfferedLink("Failover", nil, Address("\(path)/\(point.id)?action=failover"))]
                + ups(point, world) + [reference.alternate]
                + VmReplicaPointMounts.links(of: point.id),
            content: [
                .text("CreationTimeUTC", world.timestamp(point.time).iso),
                .text("VmName", point.machine),
                .text("Algorithm", point.isFull ? "Full" : "Incremental"),
                .text("PointType", "Snapshot"),
            ]
        )
    }

    private static func ups(_ point: VmReplicaPointRecord, _ world: World) -> [OfferedLink] {
        [BackupServers.up(point.server, in: world)] + Replicas.link("Up", point.replica, in: world)
    }
}
