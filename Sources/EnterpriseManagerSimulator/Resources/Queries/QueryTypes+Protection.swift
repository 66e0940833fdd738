// SPDX-License-Identifier: Apache-2.0

extension QueryTypes {
    private static let algorithms = ["Full", "ReversedIncremental", "Incremental", "SyntheticFull"]
    private static let backupKinds = ["Full", "Increment", "ReverseIncrement"]
    private static let replicaKinds = ["Full", "ReverseIncrement", "Increment", "Snapshot"]

    static let backup = QueryType(
        "Backup",
        fields: [
            .identity,
            [
                .text("JobUid"), .text("JobName"), .text("RepositoryUid"), .text("RepositoryName"),
                .words(
                    "Platform",
                    ["VMware", "HyperV", "vCloud", "AgentForLinux", "AgentForWindows", "CustomPlatform"]
                ),
                .words("BackupType", ["Standard", "ParentBackup", "ChildBackup"]),
            ],
        ]
    )

    static let backupFile = QueryType(
        "BackupFile",
        fields: [
            .identity,
            [
                .date("CreationTimeUTC"), .number("BackupSize"), .number("DataSize"), .number("CompressRatio"),
                .words("FileType", ["vbk", "vib", "vrb"]), .text("BackupUid"), .text("BackupName"),
            ], .server,
        ]
    )

    static let restorePoint = QueryType(
        "RestorePoint",
        fields: [
            .identity,
            [
                .date("CreationTime", from: "BackupDateUTC"), .text("BackupUid"), .text("BackupName"),
            ], .server,
        ]
    )

    static let vmRestorePoint = QueryType(
        "VmRestorePoint",
        fields: [
            .identity, .points,
            [
                .words("Type", backupKinds, from: "PointType"), .words("Algorithm", algorithms),
                .text("RestorePointId", from: "RestorePointUid"), .text("RestorePointName"), .text("VmDisplayName"),
            ], .server,
        ]
    )

    static let vAppRestorePoint = QueryType(
        "VAppRestorePoint",
        fields: [
            .identity, .points,
            [
                .words("Type", backupKinds, from: "PointType"), .words("Algorithm", algorithms),
                .text("RestorePointId", from: "RestorePointUid"), .text("VAppDisplayName"),
            ], .server,
        ]
    )

    static let replica = QueryType(
        "Replica",
        fields: [.identity, [.text("JobUid"), .text("JobName"), .text("RepositoryUid"), .text("RepositoryName")]]
    )

    static let vmReplicaPoint = QueryType(
        "VmReplicaPoint",
        fields: [
            .identity, .points,
            [
                .words("Type", replicaKinds, from: "PointType"), .words("Algorithm", algorithms), .text("ReplicaUid"),
                .text("ReplicaName"), .text("VmDisplayName"),
            ], .server,
        ]
    )

    static let vAppReplicaPoint = QueryType(
        "VAppReplicaPoint",
        fields: [
            .identity, [.text("vAppDisplayName")], .points,
            [
                .text("vAppName"), .words("Type", replicaKinds, from: "PointType"), .words("Algorithm", algorithms),
                .text("ReplicaUid"), .text("ReplicaName"),
            ], .server,
        ]
    )

    static let failoverPlan = QueryType("FailoverPlan", fields: [.identity, [.text("Description")], .server])

    static let repository = QueryType(
        "Repository",
        list: "Repositories",
        fields: [.identity, [.number("FreeSpace"), .number("Capacity")], .server]
    )

    /// No page lists its fields; these are what every other type has.
    static let externalRepository = QueryType(
        "ExternalRepository",
        list: "ExternalRepositories",
        fields: [.identity, .server]
    )

    static let agentBackupJob = QueryType(
        "AgentBackupJob",
        fields: [
            .identity,
            [
                .text("Description"), .text("JobType"), .words("Platform", ["AgentForLinux", "AgentForWindows"]),
                .flag("ScheduleConfigured"), .flag("ScheduleEnabled"),
            ], .server,
        ]
    )

    /// The page shares its table with file shares, whose fields agent jobs do not have.
    static let objectInAgentBackupJob = QueryType(
        "ObjectInAgentBackupJob",
        .resources,
        list: "ObjectsInAgentBackupJob",
        isLinked: false,
        fields: [
            [
                .text("UID", from: "ObjectInJobId"), .text("ObjectInJobId"), .text("Name"), .text("DisplayName"),
                .text("JobUid"), .text("JobName"), .text("FileServerUid"), .text("FileServerName"),
            ], .server,
        ]
    )

    static let agentRestorePoint = QueryType(
        "AgentRestorePoint",
        fields: [
            .identity, .points,
            [
                .text("ComputerName"), .words("Type", ["Full", "Increment"], from: "PointType"),
                .words("Algorithm", ["Full", "Incremental", "SyntheticFull"]),
                .text("RestorePointId", from: "RestorePointUid"), .text("RestorePointName"), .text("BackupUid"),
                .text("BackupName"), .text("BackupFileUid"), .text("BackupFileName"),
            ], .server,
        ]
    )

    static let agentProtectionGroup = QueryType("AgentProtectionGroup", fields: [.identity, .server])

    static let discoveredComputer = QueryType(
        "DiscoveredComputer",
        fields: [
            .identity, .server,
            [
                .text("AgentVersion"), .text("AgentStatus"), .text("OsVersion"), .text("IpAddress"),
                .text("ProtectionGroupUid", from: "AgentProtectionGroupUid"),
                .text("ProtectionGroupName", from: "AgentProtectionGroupName"),
            ],
        ]
    )

    static let nasJob = QueryType("NasJob", list: "NASJobs", item: "NASJob", fields: [policy])
    static let cdpPolicy = QueryType("CdpPolicy", list: "CdpPolicies", isLinked: false, fields: [policy])

    private static let policy: [QueryField] =
        Array(
            [
                .identity,
                [
                    .text("Description"), .date("NextRun"), .flag("ScheduleConfigured"), .flag("ScheduleEnabled"),
                ], .server,
            ].joined()
        )

    static let fileServer = QueryType("FileServer", fields: [.identity, .server])

    static let nasObject = QueryType(
        "NasObject",
        .resources,
        list: "NASObjects",
        item: "NASObject",
        isLinked: false,
        fields: [
            [
                .text("UID", from: "ObjectInJobId"), .text("Name", from: "FileOrFolder"), .text("JobUid"),
                .text("JobName"), .text("FileServerUid"), .text("FileServerName"),
            ], .server,
        ]
    )

    static let cdpReplica = QueryType(
        "CdpReplica",
        isLinked: false,
        fields: [.identity, [.text("PolicyId", from: "PolicyUid"), .text("PolicyName")], .server]
    )

    static let cdpReplicaSession = QueryType(
        "CdpReplicaSession",
        item: "CdpPolicySession",
        isLinked: false,
        fields: [
            [.text("Id", from: "UID"), .text("Name"), .text("PolicyUid"), .text("PolicyName")], .server,
            [
                .date("CreationTimeUTC"), .date("EndTimeUTC"),
                .words("State", ["Starting", "Stopping", "Working", "Pausing", "Resuming", "Stopped"]),
                .words("Result", ["None", "Success", "Warning", "Failed"]), .text("FailureMessage"),
            ],
        ]
    )

    static let cdpReplicaTaskSession = QueryType(
        "CdpReplicaTaskSession",
        isLinked: false,
        fields: [
            [
                .text("Id", from: "UID"), .text("Name"), .text("PolicySessionUid"),
                .text("PolicySessionName", from: "CdpReplicaSessionName"),
            ], .server,
            [
                .date("CreationTimeUTC"), .date("EndTimeUTC"), .words("State", ["InProgress", "Pending", "Completed"]),
                .text("Reason"), .number("TotalSize"), .text("VmDisplayName"),
            ],
        ]
    )
}
