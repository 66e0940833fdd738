// SPDX-License-Identifier: Apache-2.0

/// `VmReplicaPoint`: the state of a replicated machine, to fail over to or to mount
/// [vmreplicapoints_id, get_vmreplicapoints_id].
enum VmReplicaPoints: ReplicaPoints {
    static let type = "VmReplicaPoint"
    static let path = "vmReplicaPoints"
    static let noun = "VM replica point"
    static let subject = "Vm"
    static func table(of world: World) -> Table<VmReplicaPointRecord> { world.protection.replicaPoints }

    static func downs(of point: VmReplicaPointRecord, _ world: World) -> [OfferedLink] {
        VmReplicaPointMounts.links(of: point.id)
    }
}
