// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `ReplicaTaskSession`: the part of one machine in a replication session [replicatasksessions_id].
///
/// The hrefs of the guide lack a letter; the path of its title is served as well.
enum ReplicaTaskSessions: TaskSessions {
    static let type = "ReplicaTaskSession"
    static let path = "replicaTaskSessions"
    static let kind = SessionKind.replica
    static func table(of world: World) -> Table<TaskSessionRecord> { world.protection.replicaTasks }

    /// Single ones lie where the guide prints them.
    static func one(_ id: GUID) -> Address { Address(printedPath, id) }

    static let printedPath = "repicaTaskSessions"

    static func register(in router: inout Router) {
        serve(in: &router)
        router.on(.get, printedPath + "/*") { (call, world) throws(Refusal) in
            let task = try record(call, in: world)
            return .ok(
                call.query.wantsEntity ? entity(task, at: call.now, world) : reference(task, world).element()
            )
        }
        for name in [path, printedPath] {
            router.on(.get, SessionKind.replica.path + "/*/" + name) { (call, world) throws(Refusal) in
                try answer(of: try call.id(type: kind.type), call, world)
            }
        }
    }

    static func result(_ task: TaskSessionRecord, _ world: World) -> [OfferedLink] {
        guard let point = task.point.flatMap({ world.protection.replicaPoints[$0] }) else { return [] }
        let name = VmReplicaPoints.reference(point, world).name
        return [OfferedLink("Related", VmReplicaPoints.type, VmReplicaPoints.one(point.id).entity, name: name)]
    }
}
