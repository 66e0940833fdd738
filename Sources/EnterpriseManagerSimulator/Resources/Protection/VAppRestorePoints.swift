// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `VAppRestorePoint`: the state of a vApp of Cloud Director in a backup
/// [vapprestorepoints_id, get_vapprestorepoints_id].
enum VAppRestorePoints: StatePoints {
    static let type = "VAppRestorePoint"
    static let path = "vAppRestorePoints"
    static let noun = "vApp restore point"
    static let subject = "VApp"
    static let action = "Restore"
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

    static func ups(of point: VAppRestorePointRecord, _ world: World) -> [OfferedLink] {
        RestorePoints.link("Up", point.point, in: world)
    }

    static func details(of point: VAppRestorePointRecord, _ world: World) -> [Content] {
        [.text("PointType", point.isFull ? "Full" : "Increment"), .text("HierarchyObjRef", point.reference)]
    }
}
