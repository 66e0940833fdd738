// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// What the credentials and the passwords of a backup server have in common: they are listed, made, edited and deleted
/// in the same way, and links call them otherwise than their elements [backupservers_id_credentials,
/// backupservers_id_passwords].
protocol ServerSecrets: Queryable {
    associatedtype Record: ServerSecretRecord

    /// The `Type`; the element has `Info` behind it.
    static var type: String { get }
    /// The segment below the server.
    static var segment: String { get }
    /// What queries call it.
    static var queryType: String { get }
    /// What error messages call it.
    static var noun: String { get }

    static var table: WritableKeyPath<World, Table<Record>> { get }
    /// What the body of a request makes.
    static func made(by call: Call, on server: GUID, in world: inout World) throws(Refusal) -> Record
    /// What the body of a request makes of a record.
    static func changed(_ record: Record, by call: Call) throws(Refusal) -> Record
    static func content(of record: Record, _ world: World) -> [Content]
}

extension ServerSecrets {
    static var audience: Audience { .administrators }
    private static var element: String { type + "Info" }

    static func links(ofServer id: GUID) -> [OfferedLink] {
        [OfferedLink("Down", type + "List", BackupServers.part(segment, of: id))]
    }

    static func actions(ofServer id: GUID) -> [OfferedLink] {
        [OfferedLink("Create", nil, BackupServers.part(segment + "?action=create", of: id))]
    }

    static func register(in router: inout Router) {
        let list = "backupServers/*/" + segment
        router.on(.get, list) { (call, world) throws(Refusal) in
            let server = try BackupServers.server(call, in: world).id
            let records = world[keyPath: table].exceptional.filter { $0.server == server }
            return .ok(.list(element + "List", of: element, records.map { resource($0, world) }))
        }
        router.on(.get, list + "/*") { (call, world) throws(Refusal) in
            .ok(resource(try record(call, in: world), world))
        }
        // The table of the page for passwords says 202, its example 201, and there is no task
        // [post_backupservers_id_passwords].
        router.on(.post, list, action: "create") { (call, world) throws(Refusal) in
            let server = try BackupServers.server(call, in: world).id
            let record = try made(by: call, on: server, in: &world)
            world[keyPath: table].add(record)
            return .created(resource(record, world), at: one(record))
        }
        router.on(.put, list + "/*") { (call, world) throws(Refusal) in
            let record = try changed(try record(call, in: world), by: call)
            world[keyPath: table].update(record.id) { $0 = record }
            return .gone
        }
        router.on(.delete, list + "/*") { (call, world) throws(Refusal) in
            world[keyPath: table].remove(try record(call, in: world).id)
            return .gone
        }
    }

    static func forget(server id: GUID, in world: inout World) {
        for record in world[keyPath: table].exceptional where record.server == id {
            world[keyPath: table].remove(record.id)
        }
    }

    static var queries: [QuerySource] {
        [
            QuerySource(queryType) { _, world in
                world[keyPath: table].records.lazy.map { record in QueryRow { resource(record, world) } }
            }
        ]
    }

    private static func one(_ record: Record) -> Address {
        BackupServers.part("\(segment)/\(record.id)", of: record.server)
    }

    private static func record(_ call: Call, in world: World) throws(Refusal) -> Record {
        let server = try BackupServers.server(call, in: world).id
        let id = try call.id(1, type: type)
        guard let record = world[keyPath: table][id], record.server == server else { throw Refusal.missing(noun, id) }
        return record
    }

    private static func resource(_ record: Record, _ world: World) -> Element {
        Element(
            element,
            Identity(type: type, address: one(record)),
            links: [
                BackupServers.upToEntity(record.server, in: world), OfferedLink("Edit", type, one(record)),
                OfferedLink("Delete", type, one(record)),
            ],
            content: [.text("Id", record.id.description)] + content(of: record, world)
        )
    }
}
