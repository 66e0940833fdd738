// SPDX-License-Identifier: Apache-2.0

/// `VAppReplicaPoint` [vappreplicapoints_id, get_vappreplicapoints_id]; no printed logon session leads here.
enum VAppReplicaPoints: ReplicaPoints {
    static let type = "VAppReplicaPoint"
    static let path = "vAppReplicaPoints"
    static let noun = "vApp replica point"
    static let subject = "VApp"
    static var hubLinks: HubLinks { HubLinks() }
    static func table(of world: World) -> Table<VAppReplicaPointRecord> { world.protection.vAppReplicaPoints }

    static func downs(of point: VAppReplicaPointRecord, _ world: World) -> [OfferedLink] {
        point.machines.flatMap { VmReplicaPoints.link("Down", $0, in: world) }
    }
}
