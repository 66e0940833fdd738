// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CatalogVmRestorePoint`: the indexed restore points of a machine, with the ids of its VM restore points
/// [catalog_vms_vmname_vmrestorepoints, catalog_vms_vmname_vmrestorepoints_id].
enum CatalogRestorePoints: ResourceFamily {
    static let audience = Audience.fileRestore
    static let type = "CatalogVmRestorePoint"

    static func register(in router: inout Router) {
        router.on(.get, "catalog/vms/*/vmRestorePoints") { (call, world) throws(Refusal) in
            let name = try CatalogVms.machine(call, in: world)
            let points = world.protection.catalog.points(of: name).compactMap { world.protection.machinePoints[$0] }
                .sorted { $0.time < $1.time }
            return call.query.wantsEntity
                ? .ok(.list(type + "s", of: type, points.map { entity($0, world) }))
                : .ok(.list("EntityReferences", of: "Ref", points.map { reference($0, as: "Ref", world) }))
        }
        router.on(.get, "catalog/vms/*/vmRestorePoints/*") { (call, world) throws(Refusal) in
            let point = try point(call, in: world)
            return .ok(call.query.wantsEntity ? entity(point, world) : reference(point, as: "EntityRef", world))
        }
        // 200 by the reference, 202 by the scenario; the task is finished either way.
        router.on(.post, "catalog/vms/*/vmRestorePoints/*", action: "browse") { (call, world) throws(Refusal) in
            let point = try point(call, in: world)
            let files = OfferedLink("Down", "FileSystemItemsList", CatalogFiles.root(of: point))
            return world.finish("BrowseVM", for: call, .done(links: [files]))
        }
    }

    /// The link from a machine of the catalog.
    static func down(of name: String) -> OfferedLink {
        OfferedLink("Down", type + "ReferenceList", Address(CatalogVms.one(name).tail + "/vmRestorePoints"))
    }

    static func one(_ point: VmRestorePointRecord) -> Address {
        Address(CatalogVms.one(point.machine).tail + "/vmRestorePoints/\(point.id)")
    }

    /// The restore point of a request, which must be one of its machine.
    static func point(_ call: Call, in world: World) throws(Refusal) -> VmRestorePointRecord {
        let name = try CatalogVms.machine(call, in: world)
        let id = try call.id(1, type: type)
        guard let point = world.protection.machinePoints[id], point.machine == name else {
            throw Refusal.missing("restore point", id)
        }
        return point
    }

    /// It goes by its time; its links have no `Type` [catalog_vms_vmname_vmrestorepoints].
    private static func reference(_ point: VmRestorePointRecord, as element: String, _ world: World) -> Element {
        Element(
            element,
            Identity(
                type: type + "Reference",
                address: one(point),
                name: world.timestamp(point.time).inCatalogName,
                uid: UID(type, point.id)
            ),
            links: [
                OfferedLink("Up", nil, CatalogVms.one(point.machine)), OfferedLink("Alternate", nil, one(point).entity),
            ]
        )
    }

    /// It goes by the name of its machine.
    private static func entity(_ point: VmRestorePointRecord, _ world: World) -> Element {
        Element(
            type,
            Identity(type: type, address: one(point).entity, name: point.machine, uid: UID(type, point.id)),
            links: [
                OfferedLink("Alternate", type + "Reference", one(point), name: point.machine),
                OfferedLink("Up", CatalogVms.type, CatalogVms.one(point.machine).entity, name: point.machine),
                OfferedLink("Browse", nil, Address(one(point).tail + "?action=browse")),
                OfferedLink(
                    "Related",
                    VmRestorePoints.type,
                    VmRestorePoints.one(point.id).entity,
                    name: point.machine
                ),
            ],
            content: [.text("BackupDateUTC", world.timestamp(point.time).iso)]
        )
    }
}
