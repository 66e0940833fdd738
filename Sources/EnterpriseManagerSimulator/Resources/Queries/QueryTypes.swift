// SPDX-License-Identifier: Apache-2.0

/// Every type that queries know, in the order of the links of `QuerySvc` [querysvc, query_type, and the pages
/// get_query_TYPE for the fields].
enum QueryTypes {
    static let all: [QueryType] = [
        vmRestorePoint, vAppRestorePoint, vmReplicaPoint, task, job, restorePoint, backupTaskSession,
        replicaTaskSession, restoreSession, repository, backup, replica, hierarchyRoot, backupJobSession,
        replicaJobSession, backupServer, managedServer, failoverPlan, wanAccelerator, cloudGateway, cloudTenant,
        passwords, credentials, cloudReplica, backupFile, vCloudOrganizationConfig, cloudSubtenant,
        cloudHardwarePlan, cloudPublicIpAddress, agentBackupJob, agentRestorePoint, agentProtectionGroup,
        discoveredComputer, cloudFailoverPlan, cloudGatewayPool, vSphereSelfServiceConfig, externalRepository,
        nasJob, fileServer, vAppReplicaPoint,
        // Without a link.
        cdpPolicy, cdpReplica, cdpReplicaSession, cdpReplicaTaskSession, cloudFailoverSession, cloudVmReplicaPoint,
        nasObject, objectInJob, objectInAgentBackupJob, vlanConfiguration,
    ]

    /// The type of a name in any case.
    static func named(_ name: String) -> QueryType? { all.first { $0.name.lowercased() == name.lowercased() } }

    private static let jobStates = ["Starting", "Stopping", "Working", "Pausing", "Resuming", "Stopped"]
    private static let taskStates = ["InProgress", "Pending", "Completed"]

    static let task = QueryType(
        "Task",
        .resources,
        sortedBy: "TaskUid",
        fields: [
            [
                .text("TaskId"), .text("TaskUid", from: "TaskId"),
                .words("State", ["Running", "OperationFinished", "Finished"]), .text("Operation"),
            ]
        ]
    )

    static let job = QueryType(
        "Job",
        fields: [
            .identity,
            [
                .text("Description"), .date("NextRun"),
                .words("JobType", ["Backup", "BackupCopy", "ImmediateBackupCopy", "Replica"]),
                // CustomPlatform is that of copy jobs [get_jobs_id].
                .words("Platform", ["VMware", "Hyperv", "vCloud", "CustomPlatform"]),
                .flag("ScheduleConfigured"), .flag("ScheduleEnabled"),
            ], .server,
        ]
    )

    static let objectInJob = QueryType(
        "ObjectInJob",
        .resources,
        list: "sInObjectJob",
        isLinked: false,
        fields: [[.text("UID", from: "ObjectInJobId"), .text("Name"), .text("JobUid"), .text("JobName")], .server]
    )

    static let backupJobSession = QueryType(
        "BackupJobSession",
        fields: [
            .identity,
            [
                .words(
                    "JobType",
                    [
                        "Backup", "BackupCopy", "ImmediateBackupCopy", "ImmediateBackupCopyWorker", "AgentBackup",
                        "AgentManagement", "NasBackup",
                    ]
                ),
                .text("JobUid"), .text("JobName"),
            ], .session(states: jobStates), [.flag("IsRetry")], .server,
        ]
    )

    static let replicaJobSession = QueryType(
        "ReplicaJobSession",
        fields: [
            .identity, [.text("JobType"), .text("JobUid"), .text("JobName")], .session(states: jobStates),
            [.flag("IsRetry")], .server,
        ]
    )

    static let backupTaskSession = QueryType("BackupTaskSession", fields: [taskSession])
    static let replicaTaskSession = QueryType("ReplicaTaskSession", fields: [taskSession])

    private static let taskSession: [QueryField] =
        Array(
            [
                .identity, .session(states: taskStates),
                [
                    .text("Reason"), .number("TotalSize"), .text("JobSessionUid"), .text("JobUid"), .text("JobName"),
                ], .server, [.text("VmDisplayName")],
            ].joined()
        )

    static let restoreSession = QueryType(
        "RestoreSession",
        fields: [
            .identity, [.words("Type", ["FileLevelRestore", "RestoreVm"], from: "JobType")],
            .session(states: ["Starting", "Stopping", "Working", "Stopped"]), .server, [.text("VmDisplayName")],
        ]
    )
}
