// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
public import HypermediaClient

extension Credentials {
    /// What a tenant of Cloud Connect logs on with: a body instead of a header.
    ///
    /// The session of a tenant offers Cloud Connect alone: its failover plans, replicas and their points.
    /// Source: cloud_connect_tenant_credentials.
    public static func tenant(_ name: String, password: String) -> Credentials {
        Credentials(user: name, password: password, form: standaloneTenant)
    }

    /// What a tenant logs on with that is an organization of VMware Cloud Director: one of its users.
    ///
    /// Source: cloud_connect_tenant_credentials.
    public static func organization(_ name: String, login: String, password: String) -> Credentials {
        Credentials(user: login, organization: name, password: password, form: directorTenant)
    }

    private static let standaloneTenant = LogonForm(
        root: "LoginSpec",
        group: "TenantCredentials",
        user: "Username",
        password: "Password"
    )
    private static let directorTenant = LogonForm(
        root: "LoginSpec",
        group: "VCloudOrganizationCredentials",
        user: "Login",
        password: "Password",
        organization: "OrganizationName"
    )
}
