// SPDX-License-Identifier: Apache-2.0

/// The logon of a tenant, by `LoginSpec` instead of Basic, and its small hub [cloud_connect_tenant_credentials].
enum CloudTenantLogon {
    /// Who logs on by the body of a request; nil for a request with `Authorization`, or without a body.
    ///
    /// A tenant that is disabled or whose lease has ended is refused (inferred). How tenants of Active Directory log on is not documented.
    static func account(in call: Call, _ world: World) throws(Refusal) -> (user: String, tenant: GUID)? {
        guard call.authorization == nil, !call.body.isEmpty else { return nil }
        let members = ["VMwareSSOToken", "TenantCredentials", "VCloudOrganizationCredentials"]
        let body = try CloudBody(call, root: "LoginSpec", members: members)
        if let credentials = body.part("TenantCredentials") {
            let name = try credentials.needed("Username")
            let tenant = world.cloud.standaloneTenant(name)
            return (name, try check(tenant, try credentials.needed("Password"), at: world.timestamp(call.now)))
        }
        if let credentials = body.part("VCloudOrganizationCredentials") {
            let user = try credentials.needed("Login")
            let tenant = world.cloud.organization(try credentials.needed("OrganizationName"))
            return (user, try check(tenant, try credentials.needed("Password"), at: world.timestamp(call.now)))
        }
        throw Refusal(400, "LoginSpec has neither TenantCredentials nor VCloudOrganizationCredentials")
    }

    private static func check(
        _ tenant: CloudTenantRecord?,
        _ password: String,
        at now: Timestamp
    ) throws(Refusal) -> GUID {
        guard let tenant, tenant.isEnabled, tenant.password == password else { throw Refusal.badCredentials }
        if let end = tenant.leaseEnd, end <= now { throw Refusal.badCredentials }
        return tenant.id
    }

    /// The hub of a tenant: three links.
    static func hub(_ session: LogonRecord) -> Element {
        let address = LogonSessions.one(session.id)
        return Element(
            "LogonSession",
            Identity(type: "LogonSession", address: address),
            links: [
                OfferedLink("Up", "EnterpriseManager", .entry), CloudConnectService.down,
                OfferedLink("Delete", "LogonSession", address),
            ],
            content: [.text("UserName", session.user), .text("SessionId", session.id.description)]
        )
    }
}
