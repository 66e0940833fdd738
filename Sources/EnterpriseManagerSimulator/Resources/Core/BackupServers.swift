// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `BackupServer` [backupservers, backupservers_id]; what is below a server is in families of its own, which add their
/// links here.
enum BackupServers: ResourceFamily {
    static let list = Address("backupServers")
    /// The version of Veeam Backup & Replication that every server has.
    static let version = "12.3.1.1139"
    static func one(_ id: GUID) -> Address { Address("backupServers", id) }
    static func part(_ name: String, of id: GUID) -> Address { Address("backupServers", id, part: name) }

    static var hubLinks: HubLinks {
        var links = HubLinks.keyResources("BackupServer", at: list)
        links.actions = [OfferedLink("Create", nil, Address("backupServers?action=create"))]
        return links
    }

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
        // The table of the page says 202, its example 201, and there is no task to follow [post_backupservers].
        router.on(.post, "backupServers", action: "create") { (call, world) throws(Refusal) in
            let spec = try BackupServerSpec(call, isNew: true)
            if world.servers.contains(where: { $0.name.lowercased() == spec.name.lowercased() }) {
                throw Refusal(400, "Backup server \(spec.name) is already added")
            }
            var server = BackupServerRecord(id: world.generator.guid(), name: "", description: "", version: version)
            spec.apply(to: &server)
            world.servers.append(server)
            return .created(entity(server), at: one(server.id).entity)
        }
        router.on(.put, "backupServers/*") { (call, world) throws(Refusal) in
            let id = try server(call, in: world).id
            let spec = try BackupServerSpec(call, isNew: false)
            world.update(server: id) { spec.apply(to: &$0) }
            return .gone
        }
        router.on(.delete, "backupServers/*") { (call, world) throws(Refusal) in
            world.remove(server: try server(call, in: world).id)
            return .gone
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

    /// The link of what points to the entity instead [managedservers_id, backupservers_id_credentials].
    static func upToEntity(_ id: GUID, in world: World) -> OfferedLink {
        OfferedLink("Up", "BackupServer", one(id).entity, name: world.server(id)?.name)
    }

    /// The server of a request.
    static func server(_ call: Call, in world: World) throws(Refusal) -> BackupServerRecord {
        let id = try call.id(type: "BackupServer")
        guard let server = world.server(id) else { throw Refusal.missing("backup server", id) }
        return server
    }

    private static func reference(_ server: BackupServerRecord) -> Reference {
        Reference(
            type: "BackupServer",
            name: server.name,
            uid: UID("BackupServer", server.id),
            address: one(server.id),
            links: Families.all.flatMap { $0.links(ofServer: server.id) }
        )
    }

    private static func entity(_ server: BackupServerRecord) -> Element {
        let reference = reference(server)
        return Element(
            "BackupServer",
            reference.entityIdentity,
            links: [
                reference.alternate, OfferedLink("Edit", "BackupServerReference", one(server.id)),
                OfferedLink("Delete", "BackupServerReference", one(server.id)),
            ] + reference.links + Families.all.flatMap { $0.actions(ofServer: server.id) }
                + [OfferedLink("Start", nil, Address("backupServers/\(server.id)?action=collect"))],
            content: [
                .text("Description", server.description), .value("Port", .number(server.port)),
                .text("Version", server.version),
                .value("WcfPort", server.certificatePort.map { .number($0) }),
                .text("VbrCertificateThumbprint", server.thumbprint),
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
