// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `VmRestorePoint`: the state of a machine in a backup, to be restored or mounted
/// [vmrestorepoints_id, get_vmrestorepoints_id].
enum VmRestorePoints: KeyResource {
    static let audience = Audience.machineRestore
    static let type = "VmRestorePoint"
    static let path = "vmRestorePoints"
    static let noun = "VM restore point"
    static func table(of world: World) -> Table<VmRestorePointRecord> { world.protection.machinePoints }

    static func register(in router: inout Router) {
        serve(in: &router)
        router.on(.post, path + "/*", action: "restore") { (call, world) throws(Refusal) in
            let point = try record(call, in: world)
            try RestoreSpec.check(call, accepting: [.machine, .vCloudMachine])
            return world.begin("StartVMRestore", for: call) { world, now in
                let reference = world.protection.reference(of: point, in: world)
                return world.restore(
                    RestoreOrder(title: point.machine, machine: point.machine, server: point.server)
                        .from(point.id, reference: reference),
                    at: now
                )
            }
        }
    }

    static func name(_ point: VmRestorePointRecord, _ world: World) -> String {
        point.machine + "@" + world.timestamp(point.time).inName
    }

    static func reference(_ point: VmRestorePointRecord, _ world: World) -> Reference {
        Reference(
            type: type,
            name: name(point, world),
            uid: UID(type, point.id),
            address: one(point.id),
            links: ups(point, world)
        )
    }

    static func entity(_ point: VmRestorePointRecord, at now: Duration, _ world: World) -> Element {
        let reference = reference(point, world)
        return Element(
            type,
            reference.entityIdentity,
            attributes: [("VmDisplayName", .text(point.machine))],
            links: [OfferedLink("Restore", nil, Address("\(path)/\(point.id)?action=restore"))]
                + ups(point, world) + [reference.alternate]
                + VmRestorePointMounts.links(of: point.id),
            content: [
                .text("CreationTimeUTC", world.timestamp(point.time).iso),
                .text("VmName", point.machine),
                .text("Algorithm", point.isFull ? "Full" : "Incremental"),
                .text("PointType", point.isFull ? "Full" : "Increment"),
                .text("HierarchyObjRef", world.protection.reference(of: point, in: world)),
            ]
        )
    }

    private static func ups(_ point: VmRestorePointRecord, _ world: World) -> [OfferedLink] {
        [BackupServers.up(point.server, in: world)] + RestorePoints.link("Up", point.point, in: world)
            + BackupFiles.link("Up", point.file, in: world)
    }
}
