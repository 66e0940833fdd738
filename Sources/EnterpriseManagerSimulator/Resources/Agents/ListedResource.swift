// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// A family of key resources in one table: a list and single ones, each as reference and as entity, and queries for
/// them [resource_representation_for_ke].
protocol ListedResource: Queryable {
    associatedtype Record: TableRecord

    /// The `Type` of the entity, and the name of its element unless ``element`` says otherwise.
    static var type: String { get }
    static var element: String { get }
    /// The `Type` of its reference without `Reference`, and the resource in its UID.
    static var resource: String { get }
    /// The `Type` of the link from the reference to the entity.
    static var alternateType: String { get }
    /// The root of a list of entities, and what it repeats.
    static var collection: String { get }
    static var item: String { get }
    /// The segments below the entry.
    static var path: String { get }
    /// What error messages call it.
    static var noun: String { get }

    static func table(of world: World) -> Table<Record>
    static func reference(_ record: Record, _ world: World) -> Reference
    static func content(of record: Record, _ call: Call, _ world: World) -> [Content]
    /// The links of the entity beside Up and Alternate.
    static func links(of record: Record, _ call: Call, _ world: World) -> [OfferedLink]
    static func attributes(of record: Record) -> [Element.Attribute]
    /// What queries compare beside the reference and the entity, by lower-cased names.
    static func queryValues(of record: Record, _ world: World) -> [String: String]
}

extension ListedResource {
    static var element: String { type }
    static var resource: String { type }
    static var alternateType: String { type }
    static var collection: String { element + "s" }
    static var item: String { element }
    static func links(of record: Record, _ call: Call, _ world: World) -> [OfferedLink] { [] }
    static func attributes(of record: Record) -> [Element.Attribute] { [] }

    static func queryValues(of record: Record, _ world: World) -> [String: String] { [:] }

    static func one(_ id: GUID) -> Address { Address(path, id) }
    static func part(_ name: String, of id: GUID) -> Address { Address(path, id, part: name) }

    static var queries: [QuerySource] {
        [
            QuerySource(resource) { call, world in
                table(of: world).records.lazy.map { record in
                    QueryRow(reference(record, world), values: { queryValues(of: record, world) }) {
                        entity(record, call, world)
                    }
                }
            }
        ]
    }

    /// Adds the routes of the list and of single ones.
    static func serve(in router: inout Router) {
        router.on(.get, path) { (call, world) throws(Refusal) in answer(table(of: world).records, call, world) }
        serveEach(in: &router)
    }

    /// Adds the route of single ones.
    static func serveEach(in router: inout Router) {
        router.on(.get, path + "/*") { (call, world) throws(Refusal) in
            let record = try record(call, in: world)
            return .ok(call.query.wantsEntity ? entity(record, call, world) : referenceElement(record, world))
        }
    }

    /// A list of some of them.
    static func answer(_ records: some Sequence<Record>, _ call: Call, _ world: World) -> Answer {
        guard call.query.wantsEntity else {
            return .ok(.list("EntityReferences", of: "Ref", records.map { referenceElement($0, world, "Ref") }))
        }
        return entities(records, call, world)
    }

    /// A list of some of them as entities.
    static func entities(_ records: some Sequence<Record>, _ call: Call, _ world: World) -> Answer {
        let items = records.map { record in
            var element = entity(record, call, world)
            element.name = item
            return element
        }
        return .ok(.list(collection, of: item, items))
    }

    /// `EntityRef`, or `Ref` in a collection.
    static func referenceElement(_ record: Record, _ world: World, _ name: String = "EntityRef") -> Element {
        var element = reference(record, world).element(name)
        for index in element.links?.indices ?? 0..<0 where element.links?[index].rel == "Alternate" {
            element.links?[index].type = alternateType
        }
        return element
    }

    static func entity(_ record: Record, _ call: Call, _ world: World) -> Element {
        let reference = reference(record, world)
        let ups = reference.links.filter { $0.rel == "Up" }
        var identity = reference.entityIdentity
        identity.type = type
        return Element(
            element,
            identity,
            attributes: attributes(of: record),
            links: ups + [OfferedLink("Alternate", alternateType + "Reference", one(record.id), name: reference.name)]
                + links(of: record, call, world),
            content: content(of: record, call, world)
        )
    }

    /// The one that a request is about.
    static func record(_ call: Call, in world: World) throws(Refusal) -> Record {
        let id = try call.id(type: resource)
        guard let record = table(of: world)[id] else { throw Refusal.missing(noun, id) }
        return record
    }

    /// A reference with these links.
    static func reference(_ id: GUID, _ name: String, _ links: [OfferedLink]) -> Reference {
        Reference(type: resource, name: name, uid: UID(resource, id), address: one(id), links: links)
    }

    /// The link to the reference of one of them from what belongs to it.
    static func up(_ id: GUID, name: String?) -> OfferedLink {
        OfferedLink("Up", resource + "Reference", one(id), name: name)
    }
}
