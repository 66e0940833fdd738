// SPDX-License-Identifier: Apache-2.0

/// `RestorePoint`: what one run of a job left behind [get_restorepoints_id, backupfiles_id_restorepoints].
enum RestorePoints: KeyResource {
    static let audience = Audience.everyone
    static let type = "RestorePoint"
    static let path = "restorePoints"
    static let noun = "restore point"
    static func table(of world: World) -> Table<RestorePointRecord> { world.protection.points }

    static func register(in router: inout Router) {
        serve(in: &router)
        serve("vmRestorePoints", of: VmRestorePoints.self, in: &router) { $0.machines }
        serve("vAppRestorePoints", of: VAppRestorePoints.self, in: &router) { $0.vApps }
        serve("backupFiles", of: BackupFiles.self, in: &router) { [$0.file] }
    }

    static func reference(_ point: RestorePointRecord, _ world: World) -> Reference {
        Reference(
            type: type,
            name: world.timestamp(point.time).inRestorePointName,
            uid: UID(type, point.id),
            address: one(point.id),
            links: ups(point, world) + lists(point)
        )
    }

    static func entity(_ point: RestorePointRecord, at now: Duration, _ world: World) -> Element {
        let reference = reference(point, world)
        return Element(
            type,
            reference.entityIdentity,
            links: ups(point, world) + [reference.alternate] + lists(point),
            content: [.text("BackupDateUTC", world.timestamp(point.time).iso)]
        )
    }

    private static func ups(_ point: RestorePointRecord, _ world: World) -> [OfferedLink] {
        Backups.link("Up", point.backup, in: world) + [BackupServers.up(point.server, in: world)]
    }

    /// The list of files is typed as one of restore points in the guide [backupfiles_id_restorepoints]; its root is
    /// the same.
    private static func lists(_ point: RestorePointRecord) -> [OfferedLink] {
        [
            OfferedLink("Related", "RestorePointReferenceList", part("backupFiles", of: point.id)),
            OfferedLink("Down", "VmRestorePointReferenceList", part("vmRestorePoints", of: point.id)),
            OfferedLink("Down", "VAppRestorePointReferenceList", part("vAppRestorePoints", of: point.id)),
        ]
    }
}
