// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CdpReplicaTaskSession`: what a run of a CDP policy does for one machine [cdpreplicatasksessions_id].
enum CdpTaskSessions: ListedResource {
    static let type = "CdpReplicaTaskSession"
    static let path = "cdpReplicaTaskSessions"
    static let noun = "CDP task session"
    static func table(of world: World) -> Table<CdpTaskRecord> { world.agents.cdpTasks }
    /// See ``CdpPolicies/hubLinks``.
    static var hubLinks: HubLinks { .inferred(type, at: Address(path)) }

    static func register(in router: inout Router) { serve(in: &router) }

    static func reference(_ task: CdpTaskRecord, _ world: World) -> Reference {
        let session = world.agents.cdpSessions[task.session]
        return reference(
            task.id,
            task.machine + "@" + world.timestamp(task.start).inName,
            [
                BackupServers.up(task.server, in: world),
                CdpSessions.up(task.session, name: session.map { CdpSessions.name($0, world) }),
            ]
        )
    }

    static func attributes(of task: CdpTaskRecord) -> [Element.Attribute] {
        [("VmDisplayName", .text(task.machine))]
    }

    static func content(of task: CdpTaskRecord, _ call: Call, _ world: World) -> [Content] {
        let session = world.agents.cdpSessions[task.session]
        let isOver = session?.isOver(at: call.now) ?? true
        return [
            .text("PolicySessionUid", UID(CdpSessions.type, task.session).description),
            .text("CreationTimeUTC", world.timestamp(task.start).iso),
            .text("EndTimeUTC", isOver ? session?.end.map { world.timestamp($0).iso } : nil),
            .text("State", isOver ? "Completed" : "InProgress"),
            // Success while it works, as in the example [cdpreplicatasksessions_id].
            .text("Result", "Success"),
            .absent("Reason"),
            .value("TotalSize", .number(task.size)),
        ]
    }
}
