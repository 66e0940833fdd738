// SPDX-License-Identifier: Apache-2.0

extension Families {
    /// Security, housekeeping, vCloud and self-service.
    static let portal: [any ResourceFamily.Type] = [
        SecuritySettings.self,
        EnterpriseRoles.self,
        EnterpriseAccounts.self,
        AccountRoles.self,
        AccountScopes.self,
        SystemSessions.self,
        VCloudService.self,
        OrganizationConfigs.self,
        VSphereSelfService.self,
        SelfServiceConfigs.self,
    ]
}
