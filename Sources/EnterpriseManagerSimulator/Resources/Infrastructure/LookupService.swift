// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `LookupSvc`, and what it finds: `HierarchyItem` by host, name and type, or by reference
/// [lookup_service, lookup_query].
enum LookupService: ResourceFamily {
    static let audience = Audience.everyone
    private static let address = Address("lookupSvc")
    static var hubLinks: HubLinks { HubLinks(services: [OfferedLink("Down", "LookupService", address)]) }

    static func register(in router: inout Router) {
        router.on(.get, "lookupSvc") { (call, world) throws(Refusal) in
            let links = world.infrastructure.roots.flatMap { root in
                (root.platform?.offeredTypes ?? []).map { type in
                    OfferedLink("Down", "HierarchyItemList", lookup(type, below: root.id))
                }
            }
            return .ok(
                Element(
                    "LookupSvc",
                    Identity(type: "LookupService", address: address),
                    links: [OfferedLink("Up", "LogonSession", LogonSessions.one(call.session))] + links
                )
            )
        }
        router.on(.get, "lookup", options: ["name"]) { (call, world) throws(Refusal) in
            let search = try HierarchySearch(call.query, in: world)
            return .ok(
                .list("HierarchyItems", of: "HierarchyItem") { [world] in
                    AnySequence(search.found(in: world).lazy.map(element))
                }
            )
        }
    }

    private static func lookup(_ type: String, below root: GUID) -> Address {
        Address("lookup?host=\(UID("HierarchyRoot", root))&name=*&type=\(type)")
    }

    /// It has neither an address nor links [lookup_query].
    private static func element(_ item: HierarchyItemRecord) -> Element {
        Element(
            "HierarchyItem",
            attributes: [("Type", "HierarchyItem")],
            content: [
                .text("ObjectRef", item.reference), .text("ObjectType", item.type), .text("ObjectName", item.name),
            ]
        )
    }
}
