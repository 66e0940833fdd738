// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `VAppReplicaPoint` [vappreplicapoints_id, get_vappreplicapoints_id]; no printed logon session leads here.
enum VAppReplicaPoints: KeyResource {
    static let audience = Audience.machineRestore
    static let type = "VAppReplicaPoint"
    static let path = "vAppReplicaPoints"
    static let noun = "vApp replica point"
    static var hubLinks: HubLinks { HubLinks() }
    static func table(of world: World) -> Table<VAppReplicaPointRecord> { world.protection.vAppReplicaPoints }

    static func register(in router: inout Router) {
        serve(in: &router)
        router.on(.post, path + "/*", action: "failover") { (call, world) throws(Refusal) in
            let point = try record(call, in: world)
            return world.begin("StartReplicaFailover", for: call) { world, now in
                world.restore(
                    RestoreOrder(title: point.vApp, machine: point.vApp, server: point.server)
                        .failover(of: point.reference),
                    at: now
                )
            }
        }
    }

    static func reference(_ point: VAppReplicaPointRecord, _ world: World) -> Reference {
        Reference(
            type: type,
            name: point.vApp + "@" + world.timestamp(point.time).inName,
            uid: UID(type, point.id),
            address: one(point.id),
            links: ups(point, world)
        )
    }

    static func entity(_ point: VAppReplicaPointRecord, at now: Duration, _ world: World) -> Element {
        let reference = reference(point, world)
        return Element(
            type,
            reference.entityIdentity,
            attributes: [("VAppDisplayName", .text(point.vApp))],
            links: [OfferedLink("Failover", nil, Address("\(path)/\(point.id)?action=failover"))]
                + ups(point, world) + [reference.alternate]
                + point.machines.flatMap { VmReplicaPoints.link("Down", $0, in: world) },
            content: [
                .text("CreationTimeUTC", world.timestamp(point.time).iso),
                .text("VAppName", point.vApp),
                .text("Algorithm", point.isFull ? "Full" : "Incremental"),
                .text("PointType", "Snapshot"),
            ]
        )
    }

    private static func ups(_ point: VAppReplicaPointRecord, _ world: World) -> [OfferedLink] {
        [BackupServers.up(point.server, in: world)] + Replicas.link("Up", point.replica, in: world)
    }
}
