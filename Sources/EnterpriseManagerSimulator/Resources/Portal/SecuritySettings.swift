// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `EnterpriseSecuritySettings`: the hub of accounts and roles, and the task that computes restore scopes anew
/// [get_security, post_security_accounts_actionrebuildscope].
enum SecuritySettings: ResourceFamily {
    static let audience = Audience.administrators
    static let address = Address("security")
    static var hubLinks: HubLinks {
        HubLinks(services: [OfferedLink("Down", "EnterpriseSecuritySettings", address)])
    }

    static func register(in router: inout Router) {
        router.on(.get, "security") { (_, _) throws(Refusal) in
            .ok(
                Element(
                    "EnterpriseSecuritySettings",
                    Identity(address: address),
                    links: [
                        OfferedLink("Down", "EnterpriseAccountReferenceList", EnterpriseAccounts.list),
                        OfferedLink("Down", "EnterpriseRoleReferenceList", EnterpriseRoles.list),
                        OfferedLink("Create", nil, EnterpriseAccounts.list),
                        OfferedLink("Start", nil, Address("security/accounts?action=rebuildScope")),
                    ]
                )
            )
        }
        router.on(.post, "security/accounts", action: "rebuildScope", rebuildScopes)
    }

    /// For all families of the portal.
    static func forget(server id: GUID, in world: inout World) {
        let roots = world.infrastructure.roots.filter { $0.server == id }.map(\.id)
        world.portal.forget(server: id, roots: roots)
    }

    /// 201 with a task, whose result has no message; which is what the page prints.
    private static func rebuildScopes(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let document = try call.document()
        let choices = ["RebuildAll", "RebuildUnprocessed", "RebuildForCurrentUser"]
        try document.check(call.format, root: "RebuildScopeJobSpec", orders: [choices], required: [])
        guard document.children.count == 1, let choice = document.children.first?.name.lowercased() else {
            throw Refusal(400, "RebuildScopeJobSpec needs one of \(choices.joined(separator: ", "))")
        }
        let user = world.logons.sessions[call.session]?.user ?? ""
        let isForOne = choice == "rebuildforcurrentuser"
        var answer = world.begin("StartRebuildScope", for: call) { _, _ in
            TaskOutcome(success: true) { world, _ in
                let account = world.portal.account(named: user)?.id
                if !isForOne || account != nil { world.portal.processScopes(ofAccount: isForOne ? account : nil) }
            }
        }
        answer.status = 201
        return answer
    }
}
