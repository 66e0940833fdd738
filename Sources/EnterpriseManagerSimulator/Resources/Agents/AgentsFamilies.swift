// SPDX-License-Identifier: Apache-2.0

extension Families {
    /// Agents, file shares and CDP.
    static let agents: [any ResourceFamily.Type] = [
        AgentsService.self,
        AgentJobs.self,
        AgentJobObjects.self,
        ProtectionGroups.self,
        DiscoveredComputers.self,
        AgentRestorePoints.self,
        NasService.self,
        NasJobs.self,
        NasObjects.self,
        FileServers.self,
        CdpPolicies.self,
        CdpPolicyActions.self,
        CdpIncludes.self,
        CdpSessions.self,
        CdpTaskSessions.self,
        CdpReplicas.self,
        CdpReplicaMachines.self,
        VAppCdpReplicas.self,
        VAppCdpMachines.self,
        CdpFailovers.self,
    ]
}
