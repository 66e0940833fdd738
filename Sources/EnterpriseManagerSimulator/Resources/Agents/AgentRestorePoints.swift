// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `AgentRestorePoint` and its mounts [agents_agentrestorepoints_id, agents_agentrestorepoints_id_mounts].
enum AgentRestorePoints: ListedResource {
    static let audience = Audience.fileRestore
    static let type = "AgentRestorePoint"
    static let path = "agents/agentRestorePoints"
    static let noun = "agent restore point"
    static func table(of world: World) -> Table<AgentRestorePointRecord> { world.agents.points }

    private static let mounts = PointMounts(
        path: path,
        type: type + "Mount",
        noun: noun,
        guest: { id, world in world.agents.points[id].map { ($0.computer, $0.time) } },
        isDeleteTyped: false
    )

    static func register(in router: inout Router) {
        serve(in: &router)
        mounts.register(in: &router)
        router.on(.get, "restorePoints/*/agentRestorePoints") { (call, world) throws(Refusal) in
            list(ofRun: try RestorePoints.record(call, in: world).id, call, world)
        }
        router.on(.get, "backupFiles/*/agentRestorePoints") { (call, world) throws(Refusal) in
            list(ofRun: try BackupFiles.record(call, in: world).point, call, world)
        }
    }

    private static func list(ofRun id: GUID, _ call: Call, _ world: World) -> Answer {
        answer((world.agents.pointsOfRun[id] ?? []).compactMap { world.agents.points[$0] }, call, world)
    }

    static func reference(_ point: AgentRestorePointRecord, _ world: World) -> Reference {
        reference(
            point.id,
            point.computer + "@" + world.timestamp(point.time).inName,
            [BackupServers.up(point.server, in: world)] + RestorePoints.link("Up", point.point, in: world)
                + BackupFiles.link("Up", point.file, in: world)
        )
    }

    static func links(of point: AgentRestorePointRecord, _ call: Call, _ world: World) -> [OfferedLink] {
        mounts.links(of: point.id)
    }

    static func content(of point: AgentRestorePointRecord, _ call: Call, _ world: World) -> [Content] {
        [
            .text("CreationTimeUTC", world.timestamp(point.time).iso),
            .text("Algorithm", point.isFull ? "Full" : "Incremental"),
            .text("PointType", point.isFull ? "Full" : "Increment"),
        ]
    }

    static func queryValues(of point: AgentRestorePointRecord, _ world: World) -> [String: String] {
        [
            "computername": point.computer, "backupuid": UID(Backups.type, point.backup).description,
            "backupname": world.protection.backups[point.backup]?.name ?? "",
        ]
    }
}
