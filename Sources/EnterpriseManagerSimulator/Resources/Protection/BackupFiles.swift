// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `BackupFile` [backupfiles_id, get_backupfiles_id]; those of agents are served with the agents.
enum BackupFiles: KeyResource {
    static let type = "BackupFile"
    static let path = "backupFiles"
    static let noun = "backup file"
    static func table(of world: World) -> Table<BackupFileRecord> { world.protection.files }

    static func register(in router: inout Router) {
        serve(in: &router)
        serve("restorePoints", of: RestorePoints.self, in: &router) { [$0.point] }
        router.on(.get, path + "/*/vmRestorePoints") { (call, world) throws(Refusal) in
            let point = world.protection.points[try record(call, in: world).point]
            let machines = (point?.machines ?? []).compactMap { world.protection.machinePoints[$0] }
            return VmRestorePoints.answer(machines, call, world)
        }
    }

    static func reference(_ file: BackupFileRecord, _ world: World) -> Reference {
        Reference(
            type: type,
            name: file.name,
            uid: UID(type, file.id),
            address: one(file.id),
            links: ups(file, world) + lists(file, type: "BackupFileReferenceList")
        )
    }

    static func entity(_ file: BackupFileRecord, at now: Duration, _ world: World) -> Element {
        let reference = reference(file, world)
        return Element(
            type,
            reference.entityIdentity,
            links: ups(file, world) + [reference.alternate] + lists(file, type: "RestorePointReferenceList"),
            content: [
                .text("FilePath", file.path),
                .value("BackupSize", .number(file.size)),
                .value("DataSize", .number(file.dataSize)),
                .value("DeduplicationRatio", 1),
                .value("CompressRatio", .number(max(1, file.dataSize / max(1, file.size)))),
                .text("CreationTimeUtc", world.timestamp(file.time).iso),
                .text("FileType", file.isFull ? "vbk" : "vib"),
            ]
        )
    }

    private static func ups(_ file: BackupFileRecord, _ world: World) -> [OfferedLink] {
        Backups.link("Up", file.backup, in: world) + [BackupServers.up(file.server, in: world)]
    }

    /// The guide types the list of restore points as one of backup files; a live server types it, in an entity, as what
    /// it is [restorepoints_id_backupfiles, backupfiles_id].
    private static func lists(_ file: BackupFileRecord, type: String) -> [OfferedLink] {
        [
            OfferedLink("Related", type, part("restorePoints", of: file.id)),
            OfferedLink("Down", "VmRestorePointReferenceList", part("vmRestorePoints", of: file.id)),
        ]
    }
}
