// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CredentialsInfo`: the accounts that a backup server uses; links call them `Credentials`
/// [backupservers_id_credentials].
enum Credentials: ResourceFamily {
    static let audience = Audience.administrators
    private static let members = ["Username", "Description", "Password"]

    static func links(ofServer id: GUID) -> [OfferedLink] {
        [OfferedLink("Down", "CredentialsList", BackupServers.part("credentials", of: id))]
    }

    static func actions(ofServer id: GUID) -> [OfferedLink] {
        [OfferedLink("Create", nil, BackupServers.part("credentials?action=create", of: id))]
    }

    static func register(in router: inout Router) {
        router.on(.get, "backupServers/*/credentials") { (call, world) throws(Refusal) in
            let server = try BackupServers.server(call, in: world).id
            let records = world.infrastructure.credentials.exceptional.filter { $0.server == server }
            return .ok(.list("CredentialsInfoList", of: "CredentialsInfo", records.map { element($0, world) }))
        }
        router.on(.get, "backupServers/*/credentials/*") { (call, world) throws(Refusal) in
            .ok(element(try record(call, in: world), world))
        }
        router.on(.post, "backupServers/*/credentials", action: "create") { (call, world) throws(Refusal) in
            let server = try BackupServers.server(call, in: world).id
            let document = try call.document()
            try document.check(call.format, root: "CredentialsInfoSpec", orders: [members], required: [])
            let record = CredentialsRecord(
                id: world.generator.guid(),
                server: server,
                user: document["Username"]?.text ?? "",
                description: document["Description"]?.text ?? ""
            )
            world.infrastructure.credentials.add(record)
            return .created(element(record, world), at: one(record))
        }
        router.on(.put, "backupServers/*/credentials/*") { (call, world) throws(Refusal) in
            let id = try record(call, in: world).id
            let document = try call.document()
            // The body is the resource itself, as it was read or with the members that change.
            let known = ["Links", "Id"] + members + (call.format == .json ? ["Href", "Type"] : [])
            try document.check(call.format, root: "CredentialsInfo", orders: [known], required: [])
            world.infrastructure.credentials.update(id) { record in
                record.user = document["Username"]?.text ?? record.user
                record.description = document["Description"]?.text ?? record.description
            }
            return .gone
        }
        router.on(.delete, "backupServers/*/credentials/*") { (call, world) throws(Refusal) in
            world.infrastructure.credentials.remove(try record(call, in: world).id)
            return .gone
        }
    }

    static func forget(server id: GUID, in world: inout World) {
        for record in world.infrastructure.credentials.exceptional where record.server == id {
            world.infrastructure.credentials.remove(record.id)
        }
    }

    private static func one(_ record: CredentialsRecord) -> Address {
        BackupServers.part("credentials/\(record.id)", of: record.server)
    }

    private static func record(_ call: Call, in world: World) throws(Refusal) -> CredentialsRecord {
        let server = try BackupServers.server(call, in: world).id
        let id = try call.id(1, type: "Credentials")
        guard let record = world.infrastructure.credentials[id], record.server == server else {
            throw Refusal.missing("credentials", id)
        }
        return record
    }

    /// Its password is always empty [representation_non_key].
    private static func element(_ record: CredentialsRecord, _ world: World) -> Element {
        Element(
            "CredentialsInfo",
            Identity(type: "Credentials", address: one(record)),
            links: [
                BackupServers.upToEntity(record.server, in: world), OfferedLink("Edit", "Credentials", one(record)),
                OfferedLink("Delete", "Credentials", one(record)),
            ],
            content: [
                .text("Id", record.id.description), .text("Username", record.user),
                .text("Description", record.description), .text("Password", ""),
            ]
        )
    }
}

extension Credentials: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource("Credentials") { _, world in
                world.infrastructure.credentials.records.lazy.map { record in QueryRow { element(record, world) } }
            }
        ]
    }
}
