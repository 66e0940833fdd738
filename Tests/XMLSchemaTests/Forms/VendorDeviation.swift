// SPDX-License-Identifier: Apache-2.0

/// A place in a request body where our schema differs from the vendor's of API 1.3 on purpose, with the reason.
struct VendorDeviation {
    /// The path of the element or attribute; without a slash in front, its end.
    let path: String
    let reason: String

    init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    private static let optional = "the guide has as optional what 1.3 demands"
    private static let sparse = "a PUT sends only what it changes, attributes included"
    private static let newer = "came after 1.3"
    private static let reference =
        "the guide has a reference to an object of the infrastructure, 1.3 a UID of Veeam's own"
    private static let spelling = "the guide spells it so; 1.3 spells it otherwise"

    static let all: [VendorDeviation] = [
        VendorDeviation("/BackupServerSpec/DnsNameOrIpAddress", optional),
        VendorDeviation("/BackupServerSpec/Port", "an example has Username before Port, 1.3 the other way round"),
        VendorDeviation("/BackupServerSpec/WcfPort", newer),
        VendorDeviation("/CloudFailoverPlan/CloudFailoverPlanInfo/Includes/CloudFailoverPlanVm", spelling),
        VendorDeviation("/CloudFailoverPlan/CloudFailoverPlanOptions", optional),
        VendorDeviation("/CloudFailoverPlanManagementSpec", optional),
        VendorDeviation(
            "/CloudGateway/NetworkMode",
            "the example of the PUT leaves the address out, which 1.3 demands"
        ),
        VendorDeviation("/CloudHardwarePlan/HardwarePlanDetails/HvCloudHardwarePlan", optional),
        VendorDeviation("/CloudHardwarePlan/HardwarePlanDetails/ViCloudHardwarePlan/HypervisorHostRef", reference),
        VendorDeviation(
            "/CloudHardwarePlanCreateSpec/HardwarePlanDetails/ViCloudHardwarePlan/HypervisorHostRef",
            reference
        ),
        VendorDeviation("/CloudHardwarePlan/HardwarePlanDetails/ViCloudHardwarePlan", optional),
        VendorDeviation(
            "/CloudHardwarePlan/HardwarePlanDetails/ViCloudHardwarePlan/Datastores/Datastore/QuotaGb",
            optional
        ),
        VendorDeviation("/CloudHardwarePlanCreateSpec/ProcessorUsageLimitMhz", optional),
        VendorDeviation("/CloudPublicIpAddress", optional),
        VendorDeviation("/CloudTenant", sparse),
        VendorDeviation("/CloudTenant/@Href", sparse),
        VendorDeviation("/CloudTenant/@Name", sparse),
        VendorDeviation("/CloudTenant/@UID", sparse),
        VendorDeviation("/CloudTenant/LeaseOptions/@LeaseExpirationDate", spelling),
        VendorDeviation("/CloudTenant/MaxConcurrentTasks", newer),
        VendorDeviation("/CloudTenantComputeResourceCreateSpec/NetworkAppliance", newer),
        VendorDeviation("/CreateCloudGatewaySpec/ServerHostName", optional),
        VendorDeviation(
            "/CreateCloudTenantResourceSpec",
            "the guide and its example have no Folder, which 1.3 demands"
        ),
        VendorDeviation("/CreateCloudTenantSpec/ComputeResources/ComputeResource/NetworkAppliance", newer),
        VendorDeviation("/CreateCloudTenantSpec/MaxConcurrentTasks", newer),
        VendorDeviation("/CreateCloudTenantSpec/Name", optional),
        VendorDeviation("/EnterpriseAccountCreateSpec/FlrSettings/FlrInplaceOnly", spelling),
        VendorDeviation("/EnterpriseAccountCreateSpec/SqlSettings", newer),
        VendorDeviation("/FailoverPlan", "a PUT sends only what it changes"),
        VendorDeviation("/FileRestoreSpec/ToOriginalLocation", newer),
        VendorDeviation("/FileRestoreSpec/ToOriginalLocation/@Overwrite", newer),
        VendorDeviation("/FileRestoreSpec/ToOriginalLocation/@PermissionsOnly", newer),
        VendorDeviation("/HierarchyScopeCreateSpec/HierarchyScopeItem", optional),
        VendorDeviation("/Job/@Href", sparse),
        VendorDeviation("/Job/@Name", sparse),
        VendorDeviation("/Job/@UID", sparse),
        VendorDeviation("/Job/JobInfo/BackupCopyJobInfo", newer),
        VendorDeviation("/Job/JobInfo/BackupJobInfo/GfsRetentionPolicy", newer),
        VendorDeviation("/Job/JobInfo/ImmediateBackupCopyJobInfo", newer),
        VendorDeviation("/Job/JobScheduleOptions/ImmediateCopyMode", newer),
        VendorDeviation("/Job/JobScheduleOptions/OptionsContinuous", "it had no window of its own before"),
        VendorDeviation("/Job/JobScheduleOptions/Standart", newer),
        VendorDeviation("/JobCloneSpec/BackupCopyJobCloneInfo", newer),
        VendorDeviation("/JobCloneSpec/BackupJobCloneInfo/Description", newer),
        VendorDeviation("/JobCloneSpec/ImmediateBackupCopyJobCloneInfo", newer),
        VendorDeviation("/JobCloneSpec/ReplicaJobCloneInfo/Description", newer),
        VendorDeviation("/PasswordKeyInfoSpec/Password", optional),
        VendorDeviation("/RestoreSpec/SqlItemRestoreSpec/Credentials/ServerCredentials/Username", spelling),
        VendorDeviation("/RestoreSpec/SqlItemRestoreSpec/Credentials/SqlCredentials/Username", spelling),
        VendorDeviation("/RestoreSpec/SqlItemRestoreSpec/Credentials/UserCredentials/Username", spelling),
        VendorDeviation("/RestoreSpec/VmRestoreSpec/HierarchyRootUid", newer),
        VendorDeviation("/RestoreSpec/VmRestoreSpec/KeepOriginalVM", newer),
        VendorDeviation("/RestoreSpec/vCloudVAppRestoreSpec", "an example restores without VmsRestoreParameters"),
        VendorDeviation("/VeeamZipStartupSpec/CompressionLevel", optional),
        VendorDeviation("/VlanConfiguration", optional),
        VendorDeviation("/VlanConfiguration/@Href", "it comes without an address"),
        VendorDeviation("/VlanConfiguration/@UID", "the examples have a bare UUID"),
        VendorDeviation("/VlanConfiguration/SwitchType", newer),
        VendorDeviation("NetworkAppliance/ViDistributedSwitchUuid", newer),
        VendorDeviation("VssSnapshotOptions/UsePersistentGuestAgent", newer),
    ]

    /// Whether this is about what was found at a path.
    func covers(_ found: String) -> Bool { path.hasPrefix("/") ? found == path : found.hasSuffix("/" + path) }
}
