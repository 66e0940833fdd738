// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `EnterpriseAccount`: the users and groups that may use Enterprise Manager
/// [get_security_accounts_id, post_security_accounts].
enum EnterpriseAccounts: ResourceFamily {
    static let audience = Audience.administrators
    static let list = Address("security/accounts")
    static func one(_ id: GUID) -> Address { Address("security/accounts/\(id)") }
    static func part(_ name: String, of id: GUID) -> Address { Address("security/accounts/\(id)/\(name)") }

    static func register(in router: inout Router) {
        router.on(.get, "security/accounts") { (call, world) throws(Refusal) in
            call.query.wantsEntity
                ? .ok(.list("EnterpriseAccounts", of: "EnterpriseAccount", world.portal.accounts.records.map(entity)))
                : .ok(NamelessReference.list(world.portal.accounts.records.map(reference)))
        }
        router.on(.get, "security/accounts/*") { (call, world) throws(Refusal) in
            let account = try account(call, in: world)
            return .ok(call.query.wantsEntity ? entity(account) : reference(account).element())
        }
        router.on(.post, "security/accounts", create)
        // ToggleRestoreScopesEnabled has no `?action=` in its link [security_accounts_id].
        router.on(.post, "security/accounts/*") { (call, world) throws(Refusal) in
            world.portal.update(account: try account(call, in: world).id) { $0.restoresEverything.toggle() }
            return .gone
        }
        router.on(.delete, "security/accounts/*") { (call, world) throws(Refusal) in
            world.portal.remove(account: try account(call, in: world).id)
            return .gone
        }
    }

    /// The account of a request.
    static func account(_ call: Call, in world: World) throws(Refusal) -> AccountRecord {
        let id = try call.id(type: "EnterpriseAccount")
        guard let account = world.portal.accounts[id] else { throw Refusal.missing("account", id) }
        return account
    }

    static func reference(_ account: AccountRecord) -> NamelessReference {
        NamelessReference(type: "EnterpriseAccount", name: account.name, uid: account.uid, address: one(account.id))
    }

    /// The roles of the account are linked, not listed; those of API 1.3 were [security_accounts_id].
    static func entity(_ account: AccountRecord) -> Element {
        let reference = reference(account)
        let roles = part("roles", of: account.id)
        let scopes = part("scopes", of: account.id)
        return Element(
            "EnterpriseAccount",
            reference.entityIdentity,
            links: [
                reference.alternate,
                OfferedLink("Down", "EnterpriseAccountInRoleList", roles),
                OfferedLink("Create", "EnterpriseAccountInRole", roles),
                OfferedLink("Down", "EnterpriseAccountHierarchyScopeList", scopes),
                OfferedLink("Create", "EnterpriseAccountHierarchyScope", scopes),
                OfferedLink("Delete", nil, one(account.id)),
                OfferedLink("ToggleRestoreScopesEnabled", nil, one(account.id)),
            ],
            content: [
                .text("AccountType", account.type),
                .value("AllowRestoreAllVms", .boolean(account.restoresEverything)),
                files(account),
                account.deniesInPlaceSQL.map { .group("SqlSettings", [.value("DenyInPlaceRestore", .boolean($0))]) }
                    ?? .absent("SqlSettings"),
            ]
        )
    }

    private static func files(_ account: AccountRecord) -> Content {
        guard let files = account.files else { return .absent("FlrSettings") }
        return .group(
            "FlrSettings",
            [
                .value("FlrInplaceOnly", .boolean(files.inPlaceOnly)),
                .text("FlrExtentionRestrictions", files.extensions),
            ]
        )
    }

    private static func create(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let spec = try EnterpriseAccountSpec(call)
        guard world.portal.account(named: spec.name) == nil else {
            throw Refusal(400, "Account \(spec.name) already exists")
        }
        var account = AccountRecord(
            id: world.generator.guid(),
            name: spec.name,
            type: spec.type,
            roles: spec.roles,
            restoresEverything: spec.restoresEverything
        )
        account.files = spec.files
        account.deniesInPlaceSQL = spec.deniesInPlaceSQL
        world.portal.add(account)
        let scopes = spec.scopes.map { $0.record(world.generator.guid()) }
        if !scopes.isEmpty { world.portal.add(scopes, toAccount: account.id) }
        return .created(entity(account), at: one(account.id).entity)
    }
}
