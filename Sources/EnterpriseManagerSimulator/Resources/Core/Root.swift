// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `EnterpriseManager`: the entry, the only document without logon [http_authentication, logging_on].
enum Root: ResourceFamily {
    static let audience = Audience.everyone
    static func register(in router: inout Router) {
        router.on(.get, "", isOpen: true) { (_, world) throws(Refusal) in .ok(document(of: world)) }
    }

    private static func document(of world: World) -> Element {
        let versions = world.configuration.apiVersions.sorted().map { version in
            Element(
                "SupportedVersion",
                attributes: [("Name", .text(version.rawValue))],
                links: [OfferedLink("Create", "LogonSession", LogonSessions.manager(version.rawValue))]
            )
        }
        return Element(
            "EnterpriseManager",
            Identity(),
            links: [
                OfferedLink("Down", "LogonSessionList", LogonSessions.list),
                OfferedLink("Create", "LogonSession", LogonSessions.manager("latest")),
            ],
            content: [.group("SupportedVersions", [.items(of: "SupportedVersion", versions)])]
        )
    }
}
