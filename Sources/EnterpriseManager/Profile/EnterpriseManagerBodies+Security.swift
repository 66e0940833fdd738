// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension EnterpriseManagerBodies {
    /// Accounts, their roles and restore scopes.
    static let security: [BodyRule] = [
        BodyRule(
            rel: "Create",
            owner: "EnterpriseSecuritySettings",
            root: "EnterpriseAccountCreateSpec",
            source: "post_security_accounts"
        ),
        BodyRule(
            rel: "Start",
            owner: "EnterpriseSecuritySettings",
            root: "RebuildScopeJobSpec",
            source: "post_security_accounts_actionrebuildscope"
        ),
        BodyRule(
            rel: "Create",
            type: "EnterpriseAccountInRole",
            root: "EnterpriseAccountInRoleCreateSpec",
            source: "post_security_accounts_id_roles"
        ),
        BodyRule(
            rel: "Create",
            type: "EnterpriseAccountHierarchyScope",
            root: "HierarchyScopeCreateSpec",
            source: "post_security_accounts_id_scopes"
        ),
    ]
}
