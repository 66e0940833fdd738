// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension TypeMap {
    /// Which root element a link type promises (link_types_and_xml_schema, mapping_link_types_to_xml_schema).
    static let enterpriseManager: TypeMap = {
        var map = TypeMap(
            rules: [
                SuffixRule(suffix: "ReferenceList", element: "EntityReferences"),
                SuffixRule(suffix: "Reference", element: "EntityRef"),
                SuffixRule(suffix: "List", plural: "s"),
            ],
            irregular: [
                // Irregular plurals.
                // Agent jobs, file shares and backup files are typed as other jobs and points are: agents, nas, agents_jobs_id.
                "JobList": ["Jobs", "AgentBackupJobs", "NASJobs"],
                "RestorePointList": ["RestorePoints", "BackupFiles"],
                "ObjectInJobList": ["ObjectsInJob", "ObjectsInAgentBackupJob"],
                "ObjectInAgentBackupJobList": ["ObjectsInAgentBackupJob"],
                "RepositoryList": ["Repositories"],
                "ExternalRepositoryList": ["ExternalRepositories"],
                "CdpPolicyList": ["CdpPolicies"],
                "CloudPublicIpAddressList": ["CloudPublicIpAddresses"],
                "EnterpriseAccountInRoleList": ["EnterpriseAccountInRoleList"],
                // Other names for the same thing.
                "Credentials": ["CredentialsInfo"],
                "CredentialsList": ["CredentialsInfoList"],
                "PasswordKey": ["PasswordKeyInfo"],
                "PasswordKeyList": ["PasswordKeyInfoList"],
                "Report": ["SummaryReport"],
                "ReportFrame": [
                    "OverviewReportFrame", "VmsOverviewReportFrame", "JobStatisticsReportFrame",
                    "RepositoryReportFrame", "ProcessedVmsReportFrame",
                ],
                "QueryService": ["QuerySvc"],
                "LookupService": ["LookupSvc"],
                "AgentsService": ["Agents"],
                "NasService": ["NASService"],
                "FreeLicenseCounters": ["CloudTenantFreeLicenseCounters"],
                "CdpReplicaVm": ["CdpReplicaVm", "VmCdpReplica"],
                "CdpReplicaVms": ["VmCdpReplicas", "CdpReplicaVms"],
                "FileSystemItems": ["FileSystemEntries", "FileSystemEntry"],
                "FileSystemItemsList": ["FileSystemEntries", "FileSystemEntry"],
                "DirectoryEntry": ["FileSystemEntry", "FileSystemEntries", "DirectoryEntry"],
                "DirectoryEntryList": ["FileSystemEntries"],
                "FileEntry": ["FileSystemEntry", "FileSystemEntries", "FileEntry"],
                "FileEntryList": ["FileSystemEntries"],
                "NASJob": ["NASJob"],
                "NasJob": ["NASJob"],
                "NASJobList": ["NASJobs"],
                "NasJobList": ["NASJobs"],
                "NASObjectList": ["NASObjects"],
                "NasObject": ["NASObject"],
                "NasObjectList": ["NASObjects"],
                // Not in the vendor's table: seen in get_jobs_id and backup_copy_job_options.
                "LinkedJobObject": ["LinkedJobObject"],
                "LinkedJobObjectList": ["LinkedJobResourceObjects"],
                "LinkedBackupRepositoryObject": ["LinkedBackupRepository"],
                "LinkedBackupRepositoryObjectList": ["LinkedBackupRepositoryResourceObjects"],
                // The Alternate of agent and NAS jobs is typed Job: seen in agents_jobs and nas_jobs.
                "Job": ["Job", "AgentBackupJob", "NASJob"],
                // A hardware plan links to its tenants as to one, the answer is a list: get_hardwareplans_id_tenants.
                "CloudTenantReference": ["EntityRef", "CloudTenants"],
                // A logon may answer with a list of one: scenario_vm_restore.
                "LogonSession": ["LogonSession", "LogonSessions"],
                // Housekeeping is typed as a backup session: get_systemsessions_id_events.
                "BackupJobSession": ["BackupJobSession", "SystemSession"],
                // The settings of vSphere self-service lead up to what they belong to as those of Cloud Director do:
                // get_selfservice_vsphere_configs_id_backupjobsettings.
                "VCloudOrganizationConfig": ["VCloudOrganizationConfig", "VSphereSelfServiceConfig"],
                // And they are of the same type: selfservice_vsphere_configs_id_backupsettings.
                "VCloudOrganizationConfigBackupJobSettings": [
                    "VCloudOrganizationConfigBackupJobSettings", "VSphereSelfServiceConfigJobSettings",
                ],
            ]
        )
        // JSON roots have no name; these collections are not called by their item's name and "s".
        map.collectionRoots = [
            "Refs": "EntityReferences",
            "ObjectInJobs": "ObjectsInJob",
            "ObjectInAgentBackupJobs": "ObjectsInAgentBackupJob",
            "LinkedJobObjects": "LinkedJobResourceObjects",
            "LinkedBackupRepositories": "LinkedBackupRepositoryResourceObjects",
            "LinkedBackupRepositorys": "LinkedBackupRepositoryResourceObjects",
            "CredentialsInfos": "CredentialsInfoList",
            "PasswordKeyInfos": "PasswordKeyInfoList",
            "EnterpriseAccountInRoles": "EnterpriseAccountInRoleList",
            "Vlans": "VlanConfigurations",
            "Days": "ProcessedVmsReportFrame",
        ]
        map.signatures = [
            // The result of a query has all its members, null or not: representation of a query in JSON (query_service).
            RootSignature(members: ["Refs", "Entities", "PagingInfo"], root: "QueryResult"),
            RootSignature(members: ["Entities", "PagingInfo"], root: "QueryResult"),
            RootSignature(members: ["Refs", "PagingInfo"], root: "QueryResult"),
            RootSignature(members: ["Resources", "PagingInfo"], root: "QueryResult"),
            RootSignature(members: ["Files", "Directories"], root: "FileSystemEntries"),
            // Seen in real answers: an error has a status and a message.
            RootSignature(members: ["StatusCode", "Message"], root: "Error"),
            // A logon may leave the type out; nothing else has a session id (logging_on).
            RootSignature(members: ["SessionId", "UserName"], root: "LogonSession"),
            // The frames of a report are typed alike and do not say what they are: reports_summary_overview and others.
            RootSignature(
                members: ["BackupServers", "ProxyServers", "RepositoryServers"],
                root: "OverviewReportFrame"
            ),
            RootSignature(members: ["ProtectedVms", "BackedUpVms"], root: "VmsOverviewReportFrame"),
            RootSignature(members: ["ScheduledJobs", "TotalJobRuns"], root: "JobStatisticsReportFrame"),
            RootSignature(members: ["CapacityPlanningReportLink"], root: "RepositoryReportFrame"),
        ]
        // A query link is typed by what stands in its result (query_service).
        map.wrappers = ["QueryResult"]
        return map
    }()
}
