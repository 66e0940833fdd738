// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `EnterpriseAccountHierarchyScope`: the objects whose machines an account may restore
/// [security_accounts_id_scopes, post_security_accounts_id_scopes].
enum AccountScopes: ResourceFamily {
    static let audience = Audience.administrators
    private static func one(_ id: GUID, of account: GUID) -> Address {
        EnterpriseAccounts.part("scopes/\(id)", of: account)
    }

    static func register(in router: inout Router) {
        router.on(.get, "security/accounts/*/scopes") { (call, world) throws(Refusal) in
            let account = try EnterpriseAccounts.account(call, in: world)
            return .ok(list(account.scopes, of: account.id))
        }
        router.on(.get, "security/accounts/*/scopes/*") { (call, world) throws(Refusal) in
            let (account, scope) = try scope(call, in: world)
            return .ok(resource(scope, of: account.id, isInList: false))
        }
        router.on(.post, "security/accounts/*/scopes", add)
        router.on(.delete, "security/accounts/*/scopes/*") { (call, world) throws(Refusal) in
            let (account, scope) = try scope(call, in: world)
            world.portal.update(account: account.id) { $0.scopes.removeAll { $0.id == scope.id } }
            return .gone
        }
    }

    private static func scope(_ call: Call, in world: World) throws(Refusal) -> (AccountRecord, ScopeRecord) {
        let account = try EnterpriseAccounts.account(call, in: world)
        let id = try call.id(1, type: "EnterpriseAccountHierarchyScope")
        guard let scope = account.scopes.first(where: { $0.id == id }) else {
            throw Refusal.missing("hierarchy scope", id)
        }
        return (account, scope)
    }

    private static func list(_ scopes: [ScopeRecord], of account: GUID) -> Element {
        .list(
            "EnterpriseAccountHierarchyScopes",
            of: "EnterpriseAccountHierarchyScope",
            scopes.map { resource($0, of: account, isInList: true) }
        )
    }

    /// It has no `Type`; its Delete link has one where it stands alone.
    private static func resource(_ scope: ScopeRecord, of account: GUID, isInList: Bool) -> Element {
        let address = one(scope.id, of: account)
        return Element(
            "EnterpriseAccountHierarchyScope",
            Identity(address: address),
            links: [OfferedLink("Delete", isInList ? nil : "EnterpriseAccountHierarchyScope", address)],
            content: [
                .text("Name", scope.name),
                // The id of the root, as one page prints it; another prints the name of its server.
                .text("HierarchyRootName", scope.reference.root.description),
                .text("Platform", scope.reference.platform),
                .text("HierarchyObjectType", scope.reference.type),
                .text("State", scope.isProcessed ? "Processed" : "Unprocessed"),
            ]
        )
    }

    /// 201 with what was added, as in the example; the text of the page has 202.
    private static func add(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let account = try EnterpriseAccounts.account(call, in: world)
        let document = try call.document()
        try document.check(
            call.format,
            root: "HierarchyScopeCreateSpec",
            orders: [Array(repeating: "HierarchyScopeItem", count: document.children.count)],
            required: ["HierarchyScopeItem"]
        )
        let items = try HierarchyScopeItem.items(in: document)
        if let known = items.first(where: { item in account.scopes.contains { $0.reference == item.reference } }) {
            throw Refusal(400, "\(known.name) is already in the restore scope of \(account.name)")
        }
        let scopes = items.map { $0.record(world.generator.guid()) }
        world.portal.add(scopes, toAccount: account.id)
        return .created(list(scopes, of: account.id), at: EnterpriseAccounts.part("scopes", of: account.id))
    }
}
