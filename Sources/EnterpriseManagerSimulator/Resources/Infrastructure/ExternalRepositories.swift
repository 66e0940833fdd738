// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `ExternalRepository`: repositories in a cloud that are only read [externalrepositories_id]; nothing has been imported
/// from them, so their lists of backups are empty.
enum ExternalRepositories: ResourceFamily {
    private static let collection = KeyCollection(plural: "ExternalRepositories", item: "ExternalRepository")
    private static func one(_ id: GUID) -> Address { Address("externalRepositories/\(id)") }
    static var hubLinks: HubLinks { .keyResources("ExternalRepository", at: Address("externalRepositories")) }

    static func links(ofServer id: GUID) -> [OfferedLink] {
        [OfferedLink("Down", "ExternalRepositoryReferenceList", BackupServers.part("externalRepositories", of: id))]
    }

    static func register(in router: inout Router) {
        router.on(.get, "externalRepositories") { (call, world) throws(Refusal) in
            list(world.infrastructure.externalRepositories.exceptional, call, world)
        }
        router.on(.get, "externalRepositories/*") { (call, world) throws(Refusal) in
            let repository = try repository(call, in: world)
            return .ok(call.query.wantsEntity ? entity(repository, world) : reference(repository, world).element())
        }
        router.on(.get, "externalRepositories/*/backups") { (call, world) throws(Refusal) in
            _ = try repository(call, in: world)
            return .ok(call.query.wantsEntity ? .list("Backups", of: "Backup", []) : Reference.list([]))
        }
        router.on(.get, "backupServers/*/externalRepositories") { (call, world) throws(Refusal) in
            let server = try BackupServers.server(call, in: world).id
            return list(
                world.infrastructure.externalRepositories.exceptional.filter { $0.server == server },
                call,
                world
            )
        }
    }

    static func forget(server id: GUID, in world: inout World) {
        for repository in world.infrastructure.externalRepositories.exceptional where repository.server == id {
            world.infrastructure.externalRepositories.remove(repository.id)
        }
    }

    private static func repository(_ call: Call, in world: World) throws(Refusal) -> ExternalRepositoryRecord {
        let id = try call.id(type: "ExternalRepository")
        guard let repository = world.infrastructure.externalRepositories[id] else {
            throw Refusal.missing("external repository", id)
        }
        return repository
    }

    private static func list(_ repositories: [ExternalRepositoryRecord], _ call: Call, _ world: World) -> Answer {
        collection.answer(
            call,
            { AnySequence(repositories) },
            reference: { reference($0, world) },
            entity: { entity($0, world) }
        )
    }

    private static func reference(_ repository: ExternalRepositoryRecord, _ world: World) -> Reference {
        Reference(
            type: "ExternalRepository",
            name: repository.name,
            uid: UID("ExternalRepository", repository.id),
            address: one(repository.id),
            links: [BackupServers.up(repository.server, in: world), backups(of: repository.id)]
        )
    }

    private static func backups(of id: GUID) -> OfferedLink {
        OfferedLink("Down", "BackupReferenceList", Address("externalRepositories/\(id)/backups"))
    }

    private static func entity(_ repository: ExternalRepositoryRecord, _ world: World) -> Element {
        let reference = reference(repository, world)
        return Element(
            "ExternalRepository",
            reference.entityIdentity,
            links: [BackupServers.up(repository.server, in: world), reference.alternate, backups(of: repository.id)],
            content: [
                .text("RepositoryType", repository.kind), .text("Path", repository.path),
                .value("UsedSpace", .number(repository.usedSpace)), .text("Description", repository.description),
            ]
        )
    }
}

extension ExternalRepositories: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource("ExternalRepository") { _, world in
                world.infrastructure.externalRepositories.records.lazy.map { repository in
                    QueryRow(reference(repository, world)) { entity(repository, world) }
                }
            }
        ]
    }
}
