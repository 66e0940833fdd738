// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `VAppRestorePoint`: the state of a vApp of Cloud Director in a backup
/// [vapprestorepoints_id, get_vapprestorepoints_id].
enum VAppRestorePoints: KeyResource {
    static let audience = Audience.machineRestore
    static let type = "VAppRestorePoint"
    static let path = "vAppRestorePoints"
    static let noun = "vApp restore point"
    static func table(of world: World) -> Table<VAppRestorePointRecord> { world.protection.vAppPoints }

    static func register(in router: inout Router) {
        serve(in: &router)
        router.on(.post, path + "/*", action: "restore") { (call, world) throws(Refusal) in
            let point = try record(call, in: world)
            try RestoreSpec.check(call, accepting: [.vApp])
            return world.begin("StartvAppRestore", for: call) { world, now in
                world.restore(
                    RestoreOrder(title: point.vApp, machine: point.vApp, server: point.server)
                        .from(nil, reference: point.reference),
                    at: now
                )
            }
        }
    }

    static func reference(_ point: VAppRestorePointRecord, _ world: World) -> Reference {
        Reference(
            type: type,
            name: point.vApp + "@" + world.timestamp(point.time).inName,
            uid: UID(type, point.id),
            address: one(point.id),
            links: ups(point, world)
        )
    }

    static func entity(_ point: VAppRestorePointRecord, at now: Duration, _ world: World) -> Element {
        let reference = reference(point, world)
        return Element(
            type,
            reference.entityIdentity,
            attributes: [("VAppDisplayName", .text(point.vApp))],
            links: [OfferedLink("Restore", nil, Address("\(path)/\(point.id)?action=restore"))]
                + ups(point, world) + [reference.alternate],
            content: [
                .text("CreationTimeUTC", world.timestamp(point.time).iso),
                .text("VAppName", point.vApp),
                .text("Algorithm", point.isFull ? "Full" : "Incremental"),
                .text("PointType", point.isFull ? "Full" : "Increment"),
                .text("HierarchyObjRef", point.reference),
            ]
        )
    }

    private static func ups(_ point: VAppRestorePointRecord, _ world: World) -> [OfferedLink] {
        [BackupServers.up(point.server, in: world)] + RestorePoints.link("Up", point.point, in: world)
    }
}
