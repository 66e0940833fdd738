// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// A family of key resources that lie in one table: a list and single ones, each as reference and as entity
/// [resource_representation_for_ke].
protocol KeyResource: ResourceFamily {
    associatedtype Record: TableRecord

    /// The `Type` of the entity and the name of its element.
    static var type: String { get }
    /// The name of the element that holds many.
    static var collection: String { get }
    /// The segments below the entry.
    static var path: String { get }
    /// What error messages call it.
    static var noun: String { get }

    static func one(_ id: GUID) -> Address
    static func table(of world: World) -> Table<Record>
    static func reference(_ record: Record, _ world: World) -> Reference
    static func entity(_ record: Record, at now: Duration, _ world: World) -> Element
}

extension KeyResource {
    static var collection: String { type + "s" }
    static var list: Address { Address(path) }
    static func one(_ id: GUID) -> Address { Address(path, id) }
    static func part(_ name: String, of id: GUID) -> Address { Address(path, id, part: name) }
    static var hubLinks: HubLinks { .keyResources(type, at: list) }

    /// Adds the routes of the list and of single ones.
    static func serve(in router: inout Router) {
        router.on(.get, path) { (call, world) throws(Refusal) in
            KeyCollection(plural: collection, item: type).answer(
                call,
                { [world] in AnySequence(table(of: world).records) },
                reference: { [world] in reference($0, world) },
                entity: { [world] in entity($0, at: call.now, world) }
            )
        }
        router.on(.get, path + "/*") { (call, world) throws(Refusal) in
            let record = try record(call, in: world)
            return .ok(
                call.query.wantsEntity
                    ? entity(record, at: call.now, world) : reference(record, world).element()
            )
        }
    }

    /// Adds the route of a list below each of them.
    static func serve<Child: KeyResource>(
        _ name: String,
        of child: Child.Type,
        in router: inout Router,
        _ ids: @escaping @Sendable (Record) -> [GUID]
    ) {
        router.on(.get, path + "/*/" + name) { (call, world) throws(Refusal) in
            let table = Child.table(of: world)
            return Child.answer(ids(try record(call, in: world)).compactMap { table[$0] }, call, world)
        }
    }

    /// A list of some of them.
    static func answer(_ records: some Sequence<Record>, _ call: Call, _ world: World) -> Answer {
        call.query.wantsEntity
            ? .ok(.list(collection, of: type, records.map { entity($0, at: call.now, world) }))
            : .ok(Reference.list(records.map { reference($0, world) }))
    }

    /// The one that a request is about.
    static func record(_ call: Call, in world: World) throws(Refusal) -> Record {
        let id = try call.id(type: type)
        guard let record = table(of: world)[id] else { throw Refusal.missing(noun, id) }
        return record
    }

    /// A link to the reference of one of them, if it is still there.
    static func link(_ rel: String, _ id: GUID?, in world: World) -> [OfferedLink] {
        guard let record = id.flatMap({ table(of: world)[$0] }) else { return [] }
        let reference = reference(record, world)
        return [OfferedLink(rel, type + "Reference", reference.address, name: reference.name)]
    }
}
