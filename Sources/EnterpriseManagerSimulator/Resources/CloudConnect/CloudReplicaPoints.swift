// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudVmReplicaPoint` [cloudvmreplicapoints_id].
enum CloudReplicaPoints: CloudResources {
    static let type = "CloudVmReplicaPoint"
    static let path = "cloud/vmReplicaPoints"
    static let noun = "cloud VM replica point"
    static var table: WritableKeyPath<CloudBook, Table<CloudReplicaPointRecord>> { \.points }

    static func register(in router: inout Router) { registerReading(in: &router) }

    static func links(of point: CloudReplicaPointRecord, in world: World) -> [OfferedLink] {
        [OfferedLink("Up", "CloudReplicaReference", CloudReplicas.one(point.replica), name: point.replicaName)]
    }

    static func content(of point: CloudReplicaPointRecord, at now: Duration, in world: World) -> [Content] {
        [
            .text("CreationTimeUTC", point.created.iso),
            .text("PointType", "Snapshot"),
            .text("State", point.state),
        ]
    }

    static func queryValues(of point: CloudReplicaPointRecord, in world: World) -> [String: String] {
        ["vmname": point.machine]
    }

    static func entity(_ point: CloudReplicaPointRecord, at now: Duration, in world: World) -> Element {
        let reference = reference(point, in: world)
        return Element(
            type,
            reference.entityIdentity,
            attributes: [("VmDisplayName", .text(point.machine))],
            links: reference.links + links(of: point, in: world) + [reference.alternate],
            content: content(of: point, at: now, in: world)
        )
    }
}
