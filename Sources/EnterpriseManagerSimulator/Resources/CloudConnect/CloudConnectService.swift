// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudConnectService`: the hub of Cloud Connect [cloud].
enum CloudConnectService: ResourceFamily {
    static let audience = Audience.administrators
    static let address = Address("cloud")
    static var hubLinks: HubLinks { HubLinks(services: [down]) }
    /// The link from a logon session.
    static var down: OfferedLink { OfferedLink("Down", "CloudConnectService", address) }

    /// Everything of Cloud Connect goes with its server.
    static func forget(server id: GUID, in world: inout World) { world.cloud.forget(server: id) }

    static func register(in router: inout Router) {
        router.on(.get, "cloud") { (call, world) throws(Refusal) in
            let isTenant = world.tenant(of: call) != nil
            let lists = isTenant ? tenantLists : providerLists
            return .ok(
                Element(
                    "CloudConnectService",
                    Identity(type: "CloudConnectService", address: address),
                    links: [OfferedLink("Up", "LogonSession", LogonSessions.one(call.session))]
                        + lists.flatMap(\.references) + lists.flatMap(\.entities) + (isTenant ? [] : creates)
                )
            )
        }
    }

    private static var providerLists: [HubLinks] {
        [
            CloudGateways.downLinks, CloudTenants.downLinks, CloudHardwarePlans.downLinks,
            CloudPublicAddresses.downLinks, CloudFailoverPlans.downLinks, CloudReplicaPoints.downLinks,
            CloudReplicas.downLinks, CloudVlans.downLinks, CloudFailoverSessions.downLinks,
            CloudGatewayPools.downLinks,
        ]
    }

    private static var tenantLists: [HubLinks] {
        [CloudFailoverPlans.downLinks, CloudReplicaPoints.downLinks, CloudReplicas.downLinks]
    }

    /// Told apart by their addresses only.
    private static var creates: [OfferedLink] {
        [
            CloudGateways.list, CloudTenants.list, CloudHardwarePlans.list, CloudPublicAddresses.list,
            CloudGatewayPools.list,
        ].map { OfferedLink("Create", nil, $0) }
    }
}
