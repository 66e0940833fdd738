// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CatalogVm`: the machines whose files are indexed, by name [catalog_vms_vmname, scenario_1_click_restore].
///
/// Alternate of a reference has no `Type` here [scenario_1_click_restore].
enum CatalogVms: ResourceFamily {
    static let audience = Audience.everyone
    static let type = "CatalogVm"
    static let list = Address("catalog/vms")
    static func one(_ name: String) -> Address { Address("catalog/vms/" + PathText.encode(name)) }
    static var hubLinks: HubLinks { .keyResources(type, at: list) }

    static func register(in router: inout Router) {
        router.on(.get, "catalog/vms") { (call, world) throws(Refusal) in
            let names = world.protection.catalog.machines
            return call.query.wantsEntity
                ? .ok(.list("CatalogVms", of: type, names.map { entity($0) }))
                : .ok(.list("EntityReferences", of: "Ref", names.map { reference($0, as: "Ref") }))
        }
        router.on(.get, "catalog/vms/*") { (call, world) throws(Refusal) in
            let name = try machine(call, in: world)
            return .ok(call.query.wantsEntity ? entity(name) : reference(name, as: "EntityRef"))
        }
    }

    /// The machine of a request.
    static func machine(_ call: Call, in world: World) throws(Refusal) -> String {
        let text = PathText.decode(call.parameters.first ?? "").first ?? ""
        guard let name = world.protection.catalog.name(text) else {
            throw Refusal(404, "Cannot find catalog VM [\(text)]")
        }
        return name
    }

    private static func reference(_ name: String, as element: String) -> Element {
        Element(
            element,
            Identity(type: type + "Reference", address: one(name), name: name, uid: UID(type, named: name)),
            links: [OfferedLink("Alternate", nil, one(name).entity), CatalogRestorePoints.down(of: name)]
        )
    }

    private static func entity(_ name: String) -> Element {
        Element(
            type,
            Identity(type: type, address: one(name).entity, name: name, uid: UID(type, named: name)),
            attributes: [("VmDisplayName", .text(name))],
            links: [
                OfferedLink("Alternate", type + "Reference", one(name), name: name),
                CatalogRestorePoints.down(of: name),
            ]
        )
    }
}
