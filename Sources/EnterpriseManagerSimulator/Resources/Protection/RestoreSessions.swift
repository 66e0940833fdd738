// SPDX-License-Identifier: Apache-2.0

/// `RestoreSession`: restores of machines, vApps and files, and failovers [restoresessions_id,
/// get_restoresessions_id].
enum RestoreSessions: KeyResource {
    static let audience = Audience.everyone
    static let type = "RestoreSession"
    static let path = "restoreSessions"
    static let noun = "restore session"
    static func table(of world: World) -> Table<RestoreSessionRecord> { world.protection.restores }

    static func register(in router: inout Router) { serve(in: &router) }

    static func reference(_ session: RestoreSessionRecord, _ world: World) -> Reference {
        Reference(
            type: type,
            name: session.title + "@" + world.timestamp(session.start).inName,
            uid: UID(type, session.id),
            address: one(session.id),
            links: [BackupServers.up(session.server, in: world)]
        )
    }

    static func entity(_ session: RestoreSessionRecord, at now: Duration, _ world: World) -> Element {
        let reference = reference(session, world)
        return Element(
            type,
            reference.entityIdentity,
            attributes: [("VmDisplayName", .text(session.machine))],
            links: reference.links + [reference.alternate]
                + VmRestorePoints.link("Related", session.point, in: world),
            content: [
                .text("JobType", session.kind),
                .text("CreationTimeUTC", world.timestamp(session.start).iso),
                .text("EndTimeUTC", session.isOver(at: now) ? world.timestamp(session.end).iso : nil),
                .text("State", session.state(at: now)),
                .text("Result", session.result(at: now)),
                .value("Progress", .number(session.progress(at: now))),
                .text("RestoredObjRef", session.isOver(at: now) ? session.reference : nil),
            ]
        )
    }
}
