// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `ManagedServer`: the servers in the infrastructure of a backup server [managedservers, managedservers_id].
enum ManagedServers: ResourceFamily {
    private static let collection = KeyCollection(plural: "ManagedServers", item: "ManagedServer")
    static func one(_ id: GUID) -> Address { Address("managedServers/\(id)") }
    static var hubLinks: HubLinks { .keyResources("ManagedServer", at: Address("managedServers")) }

    static func links(ofServer id: GUID) -> [OfferedLink] {
        [OfferedLink("Down", "ManagedServerReferenceList", BackupServers.part("managedServers", of: id))]
    }

    static func register(in router: inout Router) {
        router.on(.get, "managedServers") { (call, world) throws(Refusal) in
            list(call, world) { AnySequence($0.infrastructure.managedServers.records) }
        }
        router.on(.get, "managedServers/*") { (call, world) throws(Refusal) in
            let id = try call.id(type: "ManagedServer")
            guard let server = world.infrastructure.managedServers[id] else {
                throw Refusal.missing("managed server", id)
            }
            return .ok(call.query.wantsEntity ? entity(server, world) : reference(server, world).element())
        }
        router.on(.get, "backupServers/*/managedServers") { (call, world) throws(Refusal) in
            let owner = try BackupServers.server(call, in: world).id
            return list(call, world) { world in
                let table = world.infrastructure.managedServers
                return AnySequence(world.ids(of: table, on: owner, \.server).lazy.compactMap { table[$0] })
            }
        }
    }

    static func forget(server id: GUID, in world: inout World) {
        for server in Array(world.ids(of: world.infrastructure.managedServers, on: id, \.server)) {
            world.infrastructure.items.removeAll { $0.root == server }
            world.infrastructure.managedServers.remove(server)
        }
    }

    private static func list(
        _ call: Call,
        _ world: World,
        _ records: @escaping @Sendable (World) -> AnySequence<ManagedServerRecord>
    ) -> Answer {
        collection.answer(
            call,
            { records(world) },
            reference: { reference($0, world) },
            entity: { entity($0, world) }
        )
    }

    private static func reference(_ server: ManagedServerRecord, _ world: World) -> Reference {
        Reference(
            type: "ManagedServer",
            name: server.name,
            uid: UID("ManagedServer", server.id),
            address: one(server.id),
            links: [BackupServers.up(server.server, in: world)]
        )
    }

    /// Only a server with a virtual infrastructure has a link to a hierarchy root [managedservers_id].
    private static func entity(_ server: ManagedServerRecord, _ world: World) -> Element {
        let reference = reference(server, world)
        let root = OfferedLink("Related", "HierarchyRoot", HierarchyRoots.one(server.id).entity, name: server.name)
        return Element(
            "ManagedServer",
            reference.entityIdentity,
            links: [BackupServers.upToEntity(server.server, in: world), reference.alternate]
                + (server.platform == nil ? [] : [root]),
            content: [.text("Description", server.description), .text("ManagedServerType", server.kind)]
        )
    }
}

extension ManagedServers: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource("ManagedServer") { _, world in
                world.infrastructure.managedServers.records.lazy.map { server in
                    QueryRow(reference(server, world)) { entity(server, world) }
                }
            }
        ]
    }
}
