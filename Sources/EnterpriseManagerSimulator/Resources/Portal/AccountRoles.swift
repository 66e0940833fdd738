// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `EnterpriseAccountInRole`: the roles of an account, each with the id of the role
/// [security_accounts_id_roles, post_security_accounts_id_roles].
enum AccountRoles: ResourceFamily {
    static let audience = Audience.administrators
    private static func one(_ role: SimulatorRole, of account: GUID) -> Address {
        EnterpriseAccounts.part("roles/\(role.id)", of: account)
    }

    static func register(in router: inout Router) {
        router.on(.get, "security/accounts/*/roles") { (call, world) throws(Refusal) in
            let account = try EnterpriseAccounts.account(call, in: world)
            let items = account.roles.roles.map { resource($0, of: account.id, isInList: true) }
            return .ok(.list("EnterpriseAccountInRoleList", of: "EnterpriseAccountInRole", items))
        }
        router.on(.get, "security/accounts/*/roles/*") { (call, world) throws(Refusal) in
            let (account, role) = try role(call, in: world)
            return .ok(resource(role, of: account.id, isInList: false))
        }
        router.on(.post, "security/accounts/*/roles", add)
        router.on(.delete, "security/accounts/*/roles/*") { (call, world) throws(Refusal) in
            let (account, role) = try role(call, in: world)
            world.portal.update(account: account.id) { $0.roles.remove(RoleSet(role)) }
            return .gone
        }
    }

    private static func role(_ call: Call, in world: World) throws(Refusal) -> (AccountRecord, SimulatorRole) {
        let account = try EnterpriseAccounts.account(call, in: world)
        let id = try call.id(1, type: "EnterpriseAccountInRole")
        guard let role = SimulatorRole(id: id), account.roles.contains(RoleSet(role)) else {
            throw Refusal.missing("account in role", id)
        }
        return (account, role)
    }

    /// It has no `Type`; its Delete link has one where it stands alone.
    private static func resource(_ role: SimulatorRole, of account: GUID, isInList: Bool) -> Element {
        let address = one(role, of: account)
        return Element(
            "EnterpriseAccountInRole",
            Identity(address: address),
            links: [OfferedLink("Delete", isInList ? nil : "EnterpriseAccountInRole", address)],
            content: [.text("RoleName", role.rawValue)]
        )
    }

    private static func add(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let account = try EnterpriseAccounts.account(call, in: world)
        let document = try call.document()
        try document.check(
            call.format,
            root: "EnterpriseAccountInRoleCreateSpec",
            orders: [["EnterpriseRoleUid"]],
            required: ["EnterpriseRoleUid"]
        )
        let role = try EnterpriseRoles.role(document)
        guard !account.roles.contains(RoleSet(role)) else {
            throw Refusal(400, "Account \(account.name) already has the role \(role.rawValue)")
        }
        world.portal.update(account: account.id) { $0.roles.insert(RoleSet(role)) }
        return .created(resource(role, of: account.id, isInList: false), at: one(role, of: account.id))
    }
}
