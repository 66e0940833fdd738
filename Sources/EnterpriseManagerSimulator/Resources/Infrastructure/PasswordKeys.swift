// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `PasswordKeyInfo`: the passwords with which a backup server encrypts; links call them `PasswordKey`
/// [backupservers_id_passwords].
enum PasswordKeys: ResourceFamily {
    static let audience = Audience.administrators
    static func links(ofServer id: GUID) -> [OfferedLink] {
        [OfferedLink("Down", "PasswordKeyList", BackupServers.part("passwords", of: id))]
    }

    static func actions(ofServer id: GUID) -> [OfferedLink] {
        [OfferedLink("Create", nil, BackupServers.part("passwords?action=create", of: id))]
    }

    static func register(in router: inout Router) {
        router.on(.get, "backupServers/*/passwords") { (call, world) throws(Refusal) in
            let server = try BackupServers.server(call, in: world).id
            let keys = world.infrastructure.passwordKeys.exceptional.filter { $0.server == server }
            return .ok(.list("PasswordKeyInfoList", of: "PasswordKeyInfo", keys.map { element($0, world) }))
        }
        router.on(.get, "backupServers/*/passwords/*") { (call, world) throws(Refusal) in
            .ok(element(try key(call, in: world), world))
        }
        // The table of the page says 202, its example 201, and there is no task [post_backupservers_id_passwords].
        router.on(.post, "backupServers/*/passwords", action: "create") { (call, world) throws(Refusal) in
            let server = try BackupServers.server(call, in: world).id
            let document = try spec(call, required: ["Password"])
            let key = PasswordKeyRecord(
                id: world.generator.guid(),
                server: server,
                hint: document["Hint"]?.text ?? "",
                modified: call.now
            )
            world.infrastructure.passwordKeys.add(key)
            return .created(element(key, world), at: one(key))
        }
        router.on(.put, "backupServers/*/passwords/*") { (call, world) throws(Refusal) in
            let id = try key(call, in: world).id
            let document = try spec(call, required: [])
            world.infrastructure.passwordKeys.update(id) { key in
                key.hint = document["Hint"]?.text ?? key.hint
                key.modified = call.now
            }
            return .gone
        }
        router.on(.delete, "backupServers/*/passwords/*") { (call, world) throws(Refusal) in
            world.infrastructure.passwordKeys.remove(try key(call, in: world).id)
            return .gone
        }
    }

    static func forget(server id: GUID, in world: inout World) {
        for key in world.infrastructure.passwordKeys.exceptional where key.server == id {
            world.infrastructure.passwordKeys.remove(key.id)
        }
    }

    private static func spec(_ call: Call, required: [String]) throws(Refusal) -> BodyNode {
        let document = try call.document()
        try document.check(
            call.format,
            root: "PasswordKeyInfoSpec",
            orders: [["Hint", "Password"]],
            required: required
        )
        return document
    }

    private static func one(_ key: PasswordKeyRecord) -> Address {
        BackupServers.part("passwords/\(key.id)", of: key.server)
    }

    private static func key(_ call: Call, in world: World) throws(Refusal) -> PasswordKeyRecord {
        let server = try BackupServers.server(call, in: world).id
        let id = try call.id(1, type: "PasswordKey")
        guard let key = world.infrastructure.passwordKeys[id], key.server == server else {
            throw Refusal.missing("password", id)
        }
        return key
    }

    private static func element(_ key: PasswordKeyRecord, _ world: World) -> Element {
        Element(
            "PasswordKeyInfo",
            Identity(type: "PasswordKey", address: one(key)),
            links: [
                BackupServers.upToEntity(key.server, in: world), OfferedLink("Edit", "PasswordKey", one(key)),
                OfferedLink("Delete", "PasswordKey", one(key)),
            ],
            content: [
                .text("Id", key.id.description), .text("Hint", key.hint),
                .text("LastModificationDate", world.timestamp(key.modified).iso),
            ]
        )
    }
}

extension PasswordKeys: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource("Passwords") { _, world in
                world.infrastructure.passwordKeys.records.lazy.map { record in QueryRow { element(record, world) } }
            }
        ]
    }
}
