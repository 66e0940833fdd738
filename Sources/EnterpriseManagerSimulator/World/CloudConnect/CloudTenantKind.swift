// SPDX-License-Identifier: Apache-2.0

/// What a tenant is [get_tenants_id, representation_collections].
enum CloudTenantKind: Sendable {
    /// One with a password of its own.
    case standalone
    /// An organization of Cloud Director.
    case organization(name: String, reference: String)
    /// An account of Active Directory.
    case account(domain: String, port: Int, name: String)

    /// Hardware plans and subtenants are for these (seen in the links of tenants).
    var isStandalone: Bool {
        if case .standalone = self { true } else { false }
    }

    /// Organization VDCs are for these.
    var isOrganization: Bool {
        if case .organization = self { true } else { false }
    }
}
