// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// A kind of key resources of Cloud Connect: they have a list, references, entities and the links between them in
/// common [resource_representation_for_ke].
protocol CloudResources: Queryable {
    associatedtype Record: CloudRecord
    /// The `Type` of entities, and the name of their element.
    static var type: String { get }
    /// The root of the list of entities.
    static var plural: String { get }
    /// The segments of the list's path.
    static var path: String { get }
    /// How errors call one of them.
    static var noun: String { get }
    static var table: WritableKeyPath<CloudBook, Table<Record>> { get }
    /// The links of an entity beside Up to the server and Alternate.
    static func links(of record: Record, in world: World) -> [OfferedLink]
    /// What an entity says.
    static func content(of record: Record, at now: Duration, in world: World) -> [Content]
    /// The links of a reference beside Up to the server and Alternate.
    static func referenceLinks(of record: Record, in world: World) -> [OfferedLink]
    /// The persistent name.
    static func uid(_ id: GUID) -> UID
    /// The entity.
    static func entity(_ record: Record, at now: Duration, in world: World) -> Element
    /// The entity as it stands in lists.
    static func item(_ record: Record, at now: Duration, in world: World) -> Element
    /// What queries can ask for though neither reference nor entity says it, by names in lower case.
    static func queryValues(of record: Record, in world: World) -> [String: String]
    /// A list in the representation that is asked for.
    static func answer(_ records: [Record], _ call: Call, _ world: World) -> Answer
    /// The reference.
    static func reference(_ record: Record, in world: World) -> Reference
    /// A reference as an element.
    static func element(of reference: Reference, named name: String) -> Element
}

extension CloudResources {
    static var audience: Audience { .administrators }
    static var plural: String { type + "s" }
    static var list: Address { Address(path) }
    static func one(_ id: GUID) -> Address { Address(path, id) }
    static func uid(_ id: GUID) -> UID { UID(type, id) }
    static func referenceLinks(of record: Record, in world: World) -> [OfferedLink] { [] }

    /// The links to both lists, from the service.
    static var downLinks: HubLinks { .keyResources(type, at: list) }

    /// Adds the routes of the list and of each of them.
    static func registerReading(in router: inout Router) {
        router.on(.get, path) { (call, world) throws(Refusal) in
            // Not filtered lazily: a tenant has few, the provider sees all.
            let tenant = world.tenant(of: call)
            let records = world.cloud[keyPath: table].records.filter { tenant == nil || $0.tenant == tenant }
            return answer(Array(records), call, world)
        }
        router.on(.get, path + "/*") { (call, world) throws(Refusal) in
            let record = try record(call, in: world)
            return .ok(
                call.query.wantsEntity
                    ? entity(record, at: call.now, in: world)
                    : element(of: reference(record, in: world), named: "EntityRef")
            )
        }
    }

    static func answer(_ records: [Record], _ call: Call, _ world: World) -> Answer {
        call.query.wantsEntity
            ? .ok(.list(plural, of: type, records.map { item($0, at: call.now, in: world) }))
            : .ok(referenceList(records, in: world))
    }

    static func referenceList(_ records: [Record], in world: World) -> Element {
        let items = records.map { element(of: reference($0, in: world), named: "Ref") }
        return .list("EntityReferences", of: "Ref", items)
    }

    static func element(of reference: Reference, named name: String) -> Element { reference.element(name) }

    /// The one at a placeholder of the path; a tenant finds its own only.
    static func record(_ call: Call, at index: Int = 0, in world: World) throws(Refusal) -> Record {
        let id = try call.id(index, type: type)
        let tenant = world.tenant(of: call)
        guard let record = world.cloud[keyPath: table][id], tenant == nil || record.tenant == tenant else {
            throw Refusal.missing(noun, id)
        }
        return record
    }

    static func item(_ record: Record, at now: Duration, in world: World) -> Element {
        entity(record, at: now, in: world)
    }

    static func queryValues(of record: Record, in world: World) -> [String: String] { [:] }

    static var queries: [QuerySource] {
        [
            QuerySource(type) { call, world in
                world.cloud[keyPath: table].records.lazy.map { record in
                    QueryRow(
                        reference(record, in: world),
                        values: { queryValues(of: record, in: world) },
                        entity: { item(record, at: call.now, in: world) }
                    )
                }
            }
        ]
    }

    static func reference(_ record: Record, in world: World) -> Reference {
        Reference(
            type: type,
            name: record.name,
            uid: uid(record.id),
            address: one(record.id),
            links: [BackupServers.up(record.server, in: world)] + referenceLinks(of: record, in: world)
        )
    }

    static func entity(_ record: Record, at now: Duration, in world: World) -> Element {
        let reference = reference(record, in: world)
        return Element(
            type,
            reference.entityIdentity,
            links: [BackupServers.up(record.server, in: world), reference.alternate] + links(of: record, in: world),
            content: content(of: record, at: now, in: world)
        )
    }

    /// The link that changes one.
    static func edit(_ record: Record) -> OfferedLink {
        OfferedLink("Edit", type + "Reference", one(record.id), name: record.name)
    }

    /// The link that deletes one; most have a `Type` and with it a `Name`.
    static func delete(_ record: Record, type: String?) -> OfferedLink {
        OfferedLink("Delete", type, one(record.id), name: type == nil ? nil : record.name)
    }

    /// Begins a task that changes one, unless it is gone by then.
    ///
    /// The change is tried at once, so that a bad body is refused, and made when the task ends, to what is there then:
    /// of two changes of different members neither is lost.
    ///
    /// - Parameters:
    ///   - obstacle: why what came of the change can not be.
    ///   - change: takes over what the body has.
    static func change(
        _ operation: String,
        _ record: Record,
        for call: Call,
        in world: inout World,
        links: [OfferedLink] = [],
        unless obstacle: @escaping @Sendable (Record, World) -> String? = { _, _ in nil },
        also: @escaping @Sendable (inout CloudBook) -> Void = { _ in },
        by change: @escaping @Sendable (inout Record) throws(Refusal) -> Void
    ) throws(Refusal) -> Answer {
        _ = try changed(record, by: change)
        return world.begin(operation, for: call) { [id = record.id] world, _ in
            guard let record = world.cloud[keyPath: table][id] else {
                return .failed("Cannot find \(noun) [\(id)]")
            }
            do throws(Refusal) {
                if let obstacle = obstacle(try changed(record, by: change), world) { return .failed(obstacle) }
            } catch {
                return .failed(error.message)
            }
            return .done(links: links) { world, _ in
                world.cloud[keyPath: table].update(id) { record in
                    // It worked for the same body before; if what is there no longer takes it, it stays.
                    record = (try? changed(record, by: change)) ?? record
                }
                also(&world.cloud)
            }
        }
    }

    private static func changed(
        _ record: Record,
        by change: (inout Record) throws(Refusal) -> Void
    ) throws(Refusal) -> Record {
        var record = record
        try change(&record)
        return record
    }

    /// Begins a task that deletes one.
    static func remove(
        _ operation: String,
        _ id: GUID,
        for call: Call,
        in world: inout World,
        links: [OfferedLink] = [],
        unless obstacle: @escaping @Sendable (World) -> String? = { _ in nil },
        also: @escaping @Sendable (inout CloudBook) -> Void = { _ in }
    ) -> Answer {
        world.begin(operation, for: call) { world, _ in
            if let obstacle = obstacle(world) { return .failed(obstacle) }
            guard world.cloud[keyPath: table][id] != nil else { return .failed("Cannot find \(noun) [\(id)]") }
            return .done(links: links) { world, _ in
                world.cloud[keyPath: table].remove(id)
                also(&world.cloud)
            }
        }
    }

    /// Why a new one can not be made: the server is unknown, or the name is taken.
    static func obstacle(toName name: String, on server: GUID?, in world: World) -> String? {
        guard let server, world.server(server) != nil else { return "Backup server is not found." }
        let isTaken = world.cloud[keyPath: table].records.contains {
            $0.server == server && $0.name.lowercased() == name.lowercased()
        }
        let isClaimed = world.claims.contains(claim(name, on: server))
        return isTaken || isClaimed ? "\(name) already exists." : nil
    }

    /// What a new one takes for itself until it shows.
    static func claim(_ name: String, on server: GUID) -> String { "\(type) \(server) \(name.lowercased())" }
}
