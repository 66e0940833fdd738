// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `Repository`, scale-out ones among them, whose kind is `Extendable` [repositories_id].
enum Repositories: ResourceFamily {
    static let list = Address("repositories")
    static func one(_ id: GUID) -> Address { Address("repositories", id) }
    static var hubLinks: HubLinks { .keyResources("Repository", at: list) }

    static func register(in router: inout Router) {
        router.on(.get, "repositories") { (call, world) throws(Refusal) in
            list(call, world) { AnySequence($0.repositories.records) }
        }
        router.on(.get, "repositories/*") { (call, world) throws(Refusal) in
            let id = try call.id(type: "Repository")
            guard let repository = world.repository(id) else { throw Refusal.missing("repository", id) }
            return .ok(
                call.query.wantsEntity ? entity(repository, world) : reference(repository, world).element()
            )
        }
        router.on(.get, "backupServers/*/repositories") { (call, world) throws(Refusal) in
            let server = try BackupServers.server(call, in: world).id
            return list(call, world) { world in
                AnySequence(
                    world.ids(of: world.repositories, on: server, \.server).lazy.compactMap { world.repository($0) }
                )
            }
        }
    }

    static func links(ofServer id: GUID) -> [OfferedLink] {
        [OfferedLink("Down", "RepositoryReferenceList", BackupServers.part("repositories", of: id))]
    }

    static func forget(server id: GUID, in world: inout World) {
        for repository in Array(world.ids(of: world.repositories, on: id, \.server)) {
            world.repositories.remove(repository)
        }
    }

    private static func list(
        _ call: Call,
        _ world: World,
        _ records: @escaping @Sendable (World) -> AnySequence<RepositoryRecord>
    ) -> Answer {
        KeyCollection(plural: "Repositories", item: "Repository").answer(
            call,
            { records(world) },
            reference: { reference($0, world) },
            entity: { entity($0, world) }
        )
    }

    private static func reference(_ repository: RepositoryRecord, _ world: World) -> Reference {
        Reference(
            type: "Repository",
            name: repository.name,
            uid: UID("Repository", repository.id),
            address: one(repository.id),
            links: [BackupServers.up(repository.server, in: world)] + lists(repository.id)
        )
    }

    private static func lists(_ id: GUID) -> [OfferedLink] { Families.all.flatMap { $0.links(ofRepository: id) } }

    private static func entity(_ repository: RepositoryRecord, _ world: World) -> Element {
        let reference = reference(repository, world)
        return Element(
            "Repository",
            reference.entityIdentity,
            links: [BackupServers.up(repository.server, in: world), reference.alternate] + lists(repository.id),
            content: [
                .value("Capacity", .number(repository.capacity)),
                .value("FreeSpace", .number(repository.freeSpace)),
                .text("Kind", repository.kind),
            ]
        )
    }
}

extension Repositories: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource("Repository") { _, world in
                world.repositories.lazy.map { repository in
                    QueryRow(reference(repository, world)) { entity(repository, world) }
                }
            }
        ]
    }
}
