// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// What the points of replicas have in common: something fails over to them [vmreplicapoints_id,
/// vappreplicapoints_id]; undo, permanent failover and failback are in no page of the guide.
protocol ReplicaPoints: StatePoints where Record: ReplicaStateRecord {}

extension ReplicaPoints {
    static var action: String { "Failover" }

    static func register(in router: inout Router) {
        serve(in: &router)
        router.on(.post, path + "/*", action: "failover") { (call, world) throws(Refusal) in
            let point = try record(call, in: world)
            return world.begin("StartReplicaFailover", for: call) { world, now in
                world.restore(
                    RestoreOrder(title: point.subject, machine: point.subject, server: point.server)
                        .failover(of: point.reference),
                    at: now
                )
            }
        }
    }

    static func ups(of point: Record, _ world: World) -> [OfferedLink] {
        Replicas.link("Up", point.replica, in: world)
    }

    static func details(of point: Record, _ world: World) -> [Content] { [.text("PointType", "Snapshot")] }
}
