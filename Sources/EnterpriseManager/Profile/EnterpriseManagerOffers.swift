// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Which resources offer which action, as the pages of the guide show their links; a page has the name of its resource.
enum EnterpriseManagerOffers {
    static let all: [OfferRule] = actions + creations + deletions

    private static let actions: [OfferRule] = [
        OfferRule(rel: "Browse", owners: ["CatalogVmRestorePoint"]),
        OfferRule(rel: "Clone", owners: ["Job"]),
        OfferRule(rel: "Disable", owners: ["CdpPolicy", "VCloudOrganizationConfig"]),
        // post_cdppolicies_id_actionenable
        OfferRule(rel: "Enable", owners: ["CdpPolicy"]),
        OfferRule(rel: "Download", owners: ["Task"]),
        OfferRule(
            rel: "Failover",
            owners: ["CdpReplicaVm", "VmCdpReplica", "VAppCdpReplica", "VAppReplicaPoint", "VmReplicaPoint"]
        ),
        OfferRule(rel: "Intervals", owners: ["CdpReplicaVm", "VmCdpReplica", "VAppCdpReplica"]),
        OfferRule(rel: "QuickBackup", owners: ["BackupServer"]),
        OfferRule(rel: "VeeamZip", owners: ["BackupServer"]),
        OfferRule(rel: "Restore", owners: ["DirectoryEntry", "FileEntry", "VAppRestorePoint", "VmRestorePoint"]),
        OfferRule(rel: "Retry", owners: ["Job", "AgentBackupJob", "NASJob"]),
        OfferRule(
            rel: "Start",
            owners: [
                "Job", "AgentBackupJob", "NASJob", "BackupServer", "CloudFailoverPlan", "FailoverPlan",
                "EnterpriseSecuritySettings",
            ]
        ),
        OfferRule(rel: "Stop", owners: ["Job", "AgentBackupJob", "NASJob", "BackupJobSession"]),
        OfferRule(rel: "Sync", owners: ["Job"]),
        OfferRule(rel: "Test", owners: ["CloudFailoverPlan"]),
        OfferRule(rel: "ToggleRestoreScopesEnabled", owners: ["EnterpriseAccount"]),
        OfferRule(rel: "ToggleScheduleEnabled", owners: ["Job", "AgentBackupJob", "NASJob"]),
        OfferRule(rel: "Undo", owners: ["CloudFailoverPlan", "FailoverPlan"]),
        OfferRule(
            rel: "Edit",
            owners: [
                "BackupServer", "CdpPolicy", "CloudFailoverPlan", "CloudGatewayPool", "CloudGateway",
                "CloudHardwarePlan", "CloudPublicIpAddress", "CloudSubtenant", "CloudTenant", "CredentialsInfo",
                "FailoverPlan", "Job", "PasswordKeyInfo", "VCloudOrganizationConfig", "VSphereSelfServiceConfig",
                "VlanConfiguration",
            ]
        ),
    ]

    private static let creations: [OfferRule] = [
        creation(LinkType.none, "BackupServer", "CloudConnectService", "EnterpriseSecuritySettings", "LogonSession"),
        creation("AgentRestorePointMount", "AgentRestorePoint"),
        creation("CloudSubtenant", "CloudTenant"),
        creation("CloudTenantComputeResource", "CloudTenant"),
        creation("CloudTenantResource", "CloudTenant"),
        creation("CloudTenantVCloudComputeResource", "CloudTenant"),
        creation("EnterpriseAccountHierarchyScope", "EnterpriseAccount"),
        creation("EnterpriseAccountInRole", "EnterpriseAccount"),
        creation("LinkedBackupRepositoryObject", "Job"),
        creation("LinkedJobObject", "Job"),
        creation("LogonSession", "EnterpriseManager", "SupportedVersion"),
        creation("ObjectInJob", "Job", "CdpPolicy"),
        creation("VmReplicaPointMount", "VmReplicaPoint"),
        creation("VmRestorePointMount", "VmRestorePoint"),
    ]

    private static let deletions: [OfferRule] = [
        OfferRule(
            rel: "Delete",
            owners: [
                "AgentRestorePointMount", "BackupServer", "CloudFailoverPlan", "CloudGateway", "CloudGatewayPool",
                "CloudHardwarePlan", "CloudPublicIpAddress", "CloudSubtenant", "CloudTenant",
                "CloudTenantComputeResource", "CloudTenantResource", "CloudTenantVCloudComputeResource",
                "CredentialsInfo", "EnterpriseAccount", "EnterpriseAccountHierarchyScope", "EnterpriseAccountInRole",
                "LinkedBackupRepository", "LinkedJobObject", "LogonSession", "ObjectInJob", "PasswordKeyInfo", "Task",
                "VCloudOrganizationConfig", "VSphereSelfServiceConfig", "VlanConfiguration", "VmReplicaPointMount",
                "VmRestorePointMount",
            ]
        )
    ]

    private static func creation(_ type: LinkType, _ owners: String...) -> OfferRule {
        OfferRule(rel: "Create", type: type, owners: owners)
    }
}
