// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `VmRestorePoint`: the state of a machine in a backup, to be restored or mounted
/// [vmrestorepoints_id, get_vmrestorepoints_id].
enum VmRestorePoints: StatePoints {
    static let type = "VmRestorePoint"
    static let path = "vmRestorePoints"
    static let noun = "VM restore point"
    static let subject = "Vm"
    static let action = "Restore"
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

    static func ups(of point: VmRestorePointRecord, _ world: World) -> [OfferedLink] {
        RestorePoints.link("Up", point.point, in: world) + BackupFiles.link("Up", point.file, in: world)
    }

    static func downs(of point: VmRestorePointRecord, _ world: World) -> [OfferedLink] {
        VmRestorePointMounts.links(of: point.id)
    }

    static func details(of point: VmRestorePointRecord, _ world: World) -> [Content] {
        [
            .text("PointType", point.isFull ? "Full" : "Increment"),
            .text("HierarchyObjRef", world.protection.reference(of: point, in: world)),
        ]
    }
}
