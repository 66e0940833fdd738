// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `BackupTaskSession`: the part of one machine in a backup session [backuptasksessions_id].
enum BackupTaskSessions: TaskSessions {
    static let type = "BackupTaskSession"
    static let path = "backupTaskSessions"
    static let kind = SessionKind.backup
    static func table(of world: World) -> Table<TaskSessionRecord> { world.protection.backupTasks }

    static func register(in router: inout Router) {
        serve(in: &router)
        router.on(.get, SessionKind.backup.path + "/*/taskSessions") { (call, world) throws(Refusal) in
            try answer(of: try call.id(type: kind.type), call, world)
        }
    }

    static func result(_ task: TaskSessionRecord, _ world: World) -> [OfferedLink] {
        guard let point = task.point.flatMap({ world.protection.machinePoints[$0] }) else { return [] }
        let name = VmRestorePoints.name(point, world)
        return [OfferedLink("Related", VmRestorePoints.type, VmRestorePoints.one(point.id).entity, name: name)]
    }
}
