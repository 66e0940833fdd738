// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `BackupServer` [backupservers, backupservers_id]; credentials, passwords and managed servers are not served.
enum BackupServers: ResourceFamily {
    static let list = Address("backupServers")
    static func one(_ id: GUID) -> Address { Address("backupServers/\(id)") }
    static var hubLinks: HubLinks { .keyResources("BackupServer", at: list) }

    static func register(in router: inout Router) {
        router.on(.get, "backupServers") { (call, world) throws(Refusal) in
            call.query.wantsEntity
                ? .ok(.list("BackupServers", of: "BackupServer", world.servers.map(entity)))
                : .ok(Reference.list(world.servers.map(reference)))
        }
        router.on(.get, "backupServers/*") { (call, world) throws(Refusal) in
            let server = try server(call, in: world)
            return .ok(call.query.wantsEntity ? entity(server) : reference(server).element())
        }
        router.on(.get, "backupServers/*/jobs") { (call, world) throws(Refusal) in
            let server = try server(call, in: world)
            return Jobs.list(
                world.jobOrder.compactMap { world.jobs[$0] }.filter { $0.server == server.id },
                call,
                world
            )
        }
        router.on(.get, "backupServers/*/repositories") { (call, world) throws(Refusal) in
            let server = try server(call, in: world)
            return Repositories.list(world.repositories.filter { $0.server == server.id }, call, world)
        }
        router.on(.post, "backupServers/*", action: "collect") { (call, world) throws(Refusal) in
            _ = try server(call, in: world)
            return world.begin("CollectingBackupServer", for: call) { _, _ in
                .done("Data collection started. To view results, go to Sessions.")
            }
        }
    }

    /// The link that every resource of a server has.
    static func up(_ id: GUID, in world: World) -> OfferedLink {
        OfferedLink("Up", "BackupServerReference", one(id), name: world.server(id)?.name)
    }

    private static func server(_ call: Call, in world: World) throws(Refusal) -> BackupServerRecord {
        let id = try call.id(type: "BackupServer")
        guard let server = world.server(id) else { throw Refusal.missing("backup server", id) }
        return server
    }

    private static func lists(_ id: GUID) -> [OfferedLink] {
        [
            OfferedLink("Down", "JobReferenceList", Address("backupServers/\(id)/jobs")),
            OfferedLink("Down", "RepositoryReferenceList", Address("backupServers/\(id)/repositories")),
        ] + Families.all.flatMap { $0.links(ofServer: id) }
    }

    private static func reference(_ server: BackupServerRecord) -> Reference {
        Reference(
            type: "BackupServer",
            name: server.name,
            uid: UID("BackupServer", server.id),
            address: one(server.id),
            links: lists(server.id)
        )
    }

    private static func entity(_ server: BackupServerRecord) -> Element {
        let reference = reference(server)
        return Element(
            "BackupServer",
            reference.entityIdentity,
            links: [reference.alternate] + lists(server.id)
                + [OfferedLink("Start", nil, Address("backupServers/\(server.id)?action=collect"))]
                + Families.all.flatMap { $0.actions(ofServer: server.id) },
            content: [
                .text("Description", server.description), .value("Port", 9392), .text("Version", server.version),
            ]
        )
    }
}

extension BackupServers: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource("BackupServer") { _, world in
                world.servers.lazy.map { server in QueryRow(reference(server)) { entity(server) } }
            }
        ]
    }
}
