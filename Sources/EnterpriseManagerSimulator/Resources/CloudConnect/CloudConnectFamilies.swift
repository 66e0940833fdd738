// SPDX-License-Identifier: Apache-2.0

extension Families {
    /// Cloud Connect.
    static let cloudConnect: [any ResourceFamily.Type] = [
        CloudConnectService.self,
        CloudGateways.self,
        CloudGatewayPools.self,
        CloudTenants.self,
        CloudTenantQuotas.self,
        CloudTenantComputeResources.self,
        CloudTenantDataCenters.self,
        CloudSubtenants.self,
        CloudLicenseCounters.self,
        CloudHardwarePlans.self,
        CloudPublicAddresses.self,
        CloudVlans.self,
        CloudReplicas.self,
        CloudReplicaPoints.self,
        CloudFailoverPlans.self,
        CloudFailoverActions.self,
        CloudFailoverSessions.self,
    ]
}
