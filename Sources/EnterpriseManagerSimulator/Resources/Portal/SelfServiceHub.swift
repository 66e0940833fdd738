// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// What the hubs of both kinds of self-service have in common: the way to their configurations.
///
/// Their pages are cut short; that they lead to the configurations and create them is inferred from the list of
/// resources.
protocol SelfServiceHub: ResourceFamily {
    associatedtype Configs: SelfServiceResource

    /// The `Type` and the root.
    static var type: String { get }
    static var path: String { get }
}

extension SelfServiceHub {
    static var audience: Audience { .administrators }
    static var hubLinks: HubLinks { HubLinks(services: [OfferedLink("Down", type, Address(path))]) }

    static func register(in router: inout Router) {
        router.on(.get, path) { (_, _) throws(Refusal) in
            .ok(
                Element(
                    type,
                    Identity(type: type, address: Address(path)),
                    links: [
                        OfferedLink("Down", Configs.type + "ReferenceList", Configs.list),
                        OfferedLink("Down", Configs.type + "List", Configs.list.entity),
                        OfferedLink("Create", nil, Configs.list),
                    ]
                )
            )
        }
    }
}
