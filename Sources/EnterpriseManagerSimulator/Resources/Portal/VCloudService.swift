// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `VCloudService`: the hub of Cloud Director self-service [get_vcloud].
///
/// Its page is cut short; that it leads to the configurations and creates them is inferred from the list of resources.
enum VCloudService: ResourceFamily {
    static let audience = Audience.administrators
    private static let address = Address("vCloud")
    static var hubLinks: HubLinks {
        HubLinks(services: [OfferedLink("Down", "VCloudService", address)])
    }

    static func register(in router: inout Router) {
        router.on(.get, "vCloud") { (_, _) throws(Refusal) in
            .ok(
                Element(
                    "VCloudService",
                    Identity(type: "VCloudService", address: address),
                    links: [
                        OfferedLink("Down", "VCloudOrganizationConfigReferenceList", OrganizationConfigs.list),
                        OfferedLink("Down", "VCloudOrganizationConfigList", OrganizationConfigs.list.entity),
                        OfferedLink("Create", nil, OrganizationConfigs.list),
                    ]
                )
            )
        }
    }
}
