// SPDX-License-Identifier: Apache-2.0

/// `VmRestorePointMount` and the files below it [vmrestorepoints_id_mountpoint].
enum VmRestorePointMounts: ResourceFamily {
    static let audience = Audience.fileRestore
    private static let mounts = PointMounts(
        path: VmRestorePoints.path,
        type: "VmRestorePointMount",
        noun: VmRestorePoints.noun,
        guest: { id, world in world.protection.machinePoints[id].map { ($0.machine, $0.time) } }
    )

    static func register(in router: inout Router) { mounts.register(in: &router) }
    static func links(of point: GUID) -> [OfferedLink] { mounts.links(of: point) }
}
