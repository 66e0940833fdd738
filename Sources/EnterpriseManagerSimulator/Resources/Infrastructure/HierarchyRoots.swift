// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `HierarchyRoot`: the tops of virtual infrastructures, each of which is a managed server, too [hierarchyroots_id].
enum HierarchyRoots: ResourceFamily {
    static let audience = Audience.everyone
    static func one(_ id: GUID) -> Address { Address("hierarchyRoots/\(id)") }
    static var hubLinks: HubLinks { .keyResources("HierarchyRoot", at: Address("hierarchyRoots")) }

    static func register(in router: inout Router) {
        router.on(.get, "hierarchyRoots") { (call, world) throws(Refusal) in
            KeyCollection(plural: "HierarchyRoots", item: "HierarchyRoot").answer(
                call,
                { [world] in AnySequence(world.infrastructure.roots) },
                reference: { [world] in reference($0, world) },
                entity: { [world] in entity($0, world) }
            )
        }
        router.on(.get, "hierarchyRoots/*") { (call, world) throws(Refusal) in
            let id = try call.id(type: "HierarchyRoot")
            guard let root = world.infrastructure.root(id) else { throw Refusal.missing("hierarchy root", id) }
            return .ok(call.query.wantsEntity ? entity(root, world) : reference(root, world).element())
        }
    }

    private static func reference(_ root: ManagedServerRecord, _ world: World) -> Reference {
        Reference(
            type: "HierarchyRoot",
            name: root.name,
            uid: UID("HierarchyRoot", root.id),
            address: one(root.id),
            links: [BackupServers.up(root.server, in: world)]
        )
    }

    private static func entity(_ root: ManagedServerRecord, _ world: World) -> Element {
        let reference = reference(root, world)
        return Element(
            "HierarchyRoot",
            reference.entityIdentity,
            links: reference.links + [
                reference.alternate,
                OfferedLink("Related", "ManagedServer", ManagedServers.one(root.id).entity, name: root.name),
            ],
            content: [
                .text("HierarchyRootId", root.id.description), .text("UniqueId", root.uniqueID ?? ""),
                .text("HostType", root.kind),
            ]
        )
    }
}

extension HierarchyRoots: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource("HierarchyRoot") { _, world in
                world.infrastructure.roots.lazy.map { root in
                    QueryRow(reference(root, world)) { entity(root, world) }
                }
            }
        ]
    }
}
