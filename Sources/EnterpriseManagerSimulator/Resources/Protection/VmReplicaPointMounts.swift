// SPDX-License-Identifier: Apache-2.0

/// `VmReplicaPointMount` and the files below it [vmreplicapoints_id_mountpoint].
///
/// The one printed task that makes such a mount links to a mount of a restore point, by a path that holds the id of the
/// replica point; here it links to what it made.
enum VmReplicaPointMounts: ResourceFamily {
    static let audience = Audience.fileRestore
    private static let mounts = PointMounts(
        path: VmReplicaPoints.path,
        type: "VmReplicaPointMount",
        noun: VmReplicaPoints.noun,
        guest: { id, world in world.protection.replicaPoints[id].map { ($0.machine, $0.time) } }
    )

    static func register(in router: inout Router) { mounts.register(in: &router) }
    static func links(of point: GUID) -> [OfferedLink] { mounts.links(of: point) }
}
