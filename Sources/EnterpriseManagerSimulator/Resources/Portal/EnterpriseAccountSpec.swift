// SPDX-License-Identifier: Apache-2.0

/// `EnterpriseAccountCreateSpec`: the body that adds an account [post_security_accounts].
struct EnterpriseAccountSpec: Sendable {
    let type: String
    let name: String
    let roles: RoleSet
    let restoresEverything: Bool
    let scopes: [HierarchyScopeItem]
    let files: AccountRecord.FileRestore?
    let deniesInPlaceSQL: Bool?

    /// Reads the body of a request.
    init(_ call: Call) throws(Refusal) {
        let document = try call.document()
        let root = "EnterpriseAccountCreateSpec"
        let tail = ["HierarchyScopeObjects", "FlrSettings", "SqlSettings"]
        try document.check(
            call.format,
            root: root,
            // The examples and the field table have one order, the schema of API 1.3 the other.
            orders: [
                ["AccountType", "AccountName", "Roles", "AllowRestoreAllVms"] + tail,
                ["AccountType", "AccountName", "AllowRestoreAllVms", "Roles"] + tail,
            ],
            required: ["AccountType", "AccountName", "Roles", "AllowRestoreAllVms"]
        )
        let body = PortalBody(node: document)
        guard let type = try body.word("AccountType", of: ["User", "Group", "ExternalUser"]),
            let name = body.text("AccountName"),
            let restoresEverything = try body.flag("AllowRestoreAllVms")
        else { throw Refusal(400, "A member of \(root) is empty") }
        self.type = type
        self.name = name
        self.restoresEverything = restoresEverything

        var roles: RoleSet = []
        for node in document["Roles"]?.children ?? [] { roles.formUnion(RoleSet(try EnterpriseRoles.role(node))) }
        guard !roles.isEmpty else { throw Refusal(400, "\(root) names no role") }
        self.roles = roles

        scopes = try HierarchyScopeItem.items(in: document["HierarchyScopeObjects"])
        deniesInPlaceSQL = try document["SqlSettings"].map(PortalBody.init)?.flag("DenyInPlaceRestore")
        if let settings = document["FlrSettings"].map(PortalBody.init) {
            guard let inPlaceOnly = try settings.flag("FlrInplaceOnly") else {
                throw Refusal(400, "FlrInplaceOnly is missing in FlrSettings")
            }
            files = AccountRecord.FileRestore(
                inPlaceOnly: inPlaceOnly,
                extensions: settings.text("FlrExtentionRestrictions")
            )
        } else {
            files = nil
        }
    }
}
