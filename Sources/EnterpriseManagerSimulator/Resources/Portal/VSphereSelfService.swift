// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `VSphereSelfService`: the hub of vSphere self-service [get_selfservice_vsphere].
///
/// Its page is cut short; that it leads to the configurations and creates them is inferred from the list of resources.
enum VSphereSelfService: ResourceFamily {
    static let audience = Audience.administrators
    private static let address = Address("selfService/vSphere")
    static var hubLinks: HubLinks {
        HubLinks(services: [OfferedLink("Down", "VSphereSelfService", address)])
    }

    static func register(in router: inout Router) {
        router.on(.get, "selfService/vSphere") { (_, _) throws(Refusal) in
            .ok(
                Element(
                    "VSphereSelfService",
                    Identity(type: "VSphereSelfService", address: address),
                    links: [
                        OfferedLink("Down", "VSphereSelfServiceConfigReferenceList", SelfServiceConfigs.list),
                        OfferedLink("Down", "VSphereSelfServiceConfigList", SelfServiceConfigs.list.entity),
                        OfferedLink("Create", nil, SelfServiceConfigs.list),
                    ]
                )
            )
        }
    }
}
