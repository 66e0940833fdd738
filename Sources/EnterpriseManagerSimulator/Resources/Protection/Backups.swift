// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `Backup` [backups_id, get_backups_id]; what an external repository holds is listed with the repository.
enum Backups: KeyResource {
    static let type = "Backup"
    static let path = "backups"
    static let noun = "backup"
    static func table(of world: World) -> Table<BackupRecord> { world.protection.backups }

    /// Everything that is protected goes with its server, not only backups.
    static func forget(server id: GUID, in world: inout World) { world.protection.forget(server: id) }

    static func register(in router: inout Router) {
        serve(in: &router)
        serve("restorePoints", of: RestorePoints.self, in: &router) { $0.points }
        serve("childbackups", of: Backups.self, in: &router) { $0.children }
        router.on(.get, path + "/*/backupFiles") { (call, world) throws(Refusal) in
            let points = try record(call, in: world).points.compactMap { world.protection.points[$0] }
            return BackupFiles.answer(points.compactMap { world.protection.files[$0.file] }, call, world)
        }
        router.on(.get, "repositories/*/backups") { (call, world) throws(Refusal) in
            let id = try call.id(type: "Repository")
            guard world.repository(id) != nil else { throw Refusal.missing("repository", id) }
            return answer(world.protection.backups(inRepository: id, of: world), call, world)
        }
    }

    static func links(ofRepository id: GUID) -> [OfferedLink] {
        [OfferedLink("Down", "BackupReferenceList", Address("repositories", id, part: "backups"))]
    }

    static func reference(_ backup: BackupRecord, _ world: World) -> Reference {
        Reference(
            type: type,
            name: backup.name,
            uid: UID(type, backup.id),
            address: one(backup.id),
            links: ups(backup, world) + lists(backup, asEntities: false)
        )
    }

    static func entity(_ backup: BackupRecord, at now: Duration, _ world: World) -> Element {
        let reference = reference(backup, world)
        return Element(
            type,
            reference.entityIdentity,
            links: ups(backup, world) + [reference.alternate] + lists(backup, asEntities: true),
            content: [.text("Platform", backup.platform), .text("BackupType", backup.kind)]
        )
    }

    private static func ups(_ backup: BackupRecord, _ world: World) -> [OfferedLink] {
        let repository = OfferedLink(
            "Up",
            "RepositoryReference",
            Repositories.one(backup.repository),
            name: world.repository(backup.repository)?.name
        )
        return [BackupServers.up(backup.server, in: world), repository]
    }

    /// A parent shows its children, by a `Rel` that is Up [backups_id]; what has restore points shows them
    /// [get_backups_id].
    private static func lists(_ backup: BackupRecord, asEntities: Bool) -> [OfferedLink] {
        if backup.kind == "ParentBackup" {
            let children = part("childbackups", of: backup.id)
            return [
                asEntities
                    ? OfferedLink("Up", "BackupList", children.entity)
                    : OfferedLink("Up", "BackupReferenceList", children)
            ]
        }
        return [
            OfferedLink("Down", "RestorePointReferenceList", part("restorePoints", of: backup.id)),
            OfferedLink("Down", "BackupFileReferenceList", part("backupFiles", of: backup.id)),
        ]
    }
}
