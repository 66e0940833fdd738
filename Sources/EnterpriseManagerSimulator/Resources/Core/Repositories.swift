// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `Repository` [repositories_id].
enum Repositories: ResourceFamily {
    static let list = Address("repositories")
    static func one(_ id: GUID) -> Address { Address("repositories/\(id)") }
    static var hubLinks: HubLinks { .keyResources("Repository", at: list) }

    static func register(in router: inout Router) {
        router.on(.get, "repositories") { (call, world) throws(Refusal) in list(world.repositories, call, world) }
        router.on(.get, "repositories/*") { (call, world) throws(Refusal) in
            let id = try call.id(type: "Repository")
            guard let repository = world.repository(id) else { throw Refusal.missing("repository", id) }
            return .ok(
                call.query.wantsEntity ? entity(repository, world) : reference(repository, world).element()
            )
        }
    }

    static func list(_ repositories: [RepositoryRecord], _ call: Call, _ world: World) -> Answer {
        call.query.wantsEntity
            ? .ok(.list("Repositories", of: "Repository", repositories.map { entity($0, world) }))
            : .ok(Reference.list(repositories.map { reference($0, world) }))
    }

    private static func reference(_ repository: RepositoryRecord, _ world: World) -> Reference {
        Reference(
            type: "Repository",
            name: repository.name,
            uid: UID("Repository", repository.id),
            address: one(repository.id),
            links: [BackupServers.up(repository.server, in: world)]
                + Families.all.flatMap { $0.links(ofRepository: repository.id) }
        )
    }

    private static func entity(_ repository: RepositoryRecord, _ world: World) -> Element {
        let reference = reference(repository, world)
        return Element(
            "Repository",
            reference.entityIdentity,
            links: reference.links.filter { $0.rel == "Up" } + [reference.alternate]
                + reference.links.filter { $0.rel != "Up" },
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
