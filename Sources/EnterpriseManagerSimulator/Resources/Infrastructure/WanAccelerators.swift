// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `WanAccelerator` [wanaccelerators, wanaccelerators_id].
enum WanAccelerators: ResourceFamily {
    static var hubLinks: HubLinks { .keyResources("WanAccelerator", at: Address("wanAccelerators")) }

    static func register(in router: inout Router) {
        router.on(.get, "wanAccelerators") { (call, world) throws(Refusal) in
            KeyCollection(plural: "WanAccelerators", item: "WanAccelerator").answer(
                call,
                { [world] in AnySequence(world.infrastructure.wanAccelerators.exceptional) },
                reference: { [world] in reference($0, world) },
                entity: { [world] in entity($0, world) }
            )
        }
        router.on(.get, "wanAccelerators/*") { (call, world) throws(Refusal) in
            let id = try call.id(type: "WanAccelerator")
            guard let accelerator = world.infrastructure.wanAccelerators[id] else {
                throw Refusal.missing("WAN accelerator", id)
            }
            return .ok(call.query.wantsEntity ? entity(accelerator, world) : reference(accelerator, world).element())
        }
    }

    static func forget(server id: GUID, in world: inout World) {
        for accelerator in world.infrastructure.wanAccelerators.exceptional where accelerator.server == id {
            world.infrastructure.wanAccelerators.remove(accelerator.id)
        }
    }

    private static func reference(_ accelerator: WanAcceleratorRecord, _ world: World) -> Reference {
        Reference(
            type: "WanAccelerator",
            name: accelerator.name,
            uid: UID("WanAccelerator", accelerator.id),
            address: Address("wanAccelerators/\(accelerator.id)"),
            links: [BackupServers.up(accelerator.server, in: world)]
        )
    }

    private static func entity(_ accelerator: WanAcceleratorRecord, _ world: World) -> Element {
        let reference = reference(accelerator, world)
        return Element(
            "WanAccelerator",
            reference.entityIdentity,
            links: reference.links + [reference.alternate],
            content: [
                .text("Description", accelerator.description),
                .value("OutOfDate", false),
                .text("Version", BackupServers.version),
                .value("Capacity", .number(accelerator.capacity)),
                .value("TrafficPort", 6165),
                .value("ConnectionsCount", 5),
                .text("CachePath", accelerator.cachePath),
                .value("HighBandwidthModeEnabled", .boolean(accelerator.isHighBandwidth)),
            ]
        )
    }
}

extension WanAccelerators: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource("WanAccelerator") { _, world in
                world.infrastructure.wanAccelerators.records.lazy.map { accelerator in
                    QueryRow(reference(accelerator, world)) { entity(accelerator, world) }
                }
            }
        ]
    }
}
