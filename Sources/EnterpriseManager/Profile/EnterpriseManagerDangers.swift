// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// What actions do beside what they are asked for.
enum EnterpriseManagerDangers {
    static let all: [DangerRule] = copyJobs + toggles + deletions + restores + failovers

    private static let copyJobs: [DangerRule] = [
        linked("Create", type: "LinkedJobObject", source: "post_jobs_id_linked_jobs"),
        linked("Create", type: "LinkedBackupRepositoryObject", source: "post_jobs_id_linked_repositories"),
        linked("Delete", owner: "LinkedJobObject", source: "post_jobs_id_linked_jobs"),
        linked("Delete", owner: "LinkedBackupRepository", source: "post_jobs_id_linked_repositories"),
        DangerRule(
            rel: "Clone",
            owner: "Job",
            text: "The clone arrives with its schedule disabled and without the retention policy of the original.",
            source: "seen in a public client of the API"
        ),
    ]

    private static let toggles =
        [
            ("Job", "post_jobs_id_actiontogglescheduleenabled"),
            ("AgentBackupJob", "post_agents_jobs_id_actiontogglescheduleenabled"),
            ("NASJob", "post_nas_jobs_id_actiontogglescheduleenabled"),
        ].map { owner, page in
            DangerRule(
                rel: "ToggleScheduleEnabled",
                owner: owner,
                text: "It turns the schedule off if it is on, and on if it is off; ScheduleEnabled says which.",
                source: page
            )
        }
        + [
            DangerRule(
                rel: "ToggleRestoreScopesEnabled",
                text: "It turns the restore scopes of the account off if they are on, and on if they are off.",
                source: "post_security_accounts_id"
            ),
            DangerRule(
                rel: "Disable",
                owner: "VCloudOrganizationConfig",
                text: "It is about all organisations without a configuration of their own.",
                source: "post_vcloud_orgconfigs_id"
            ),
        ]

    private static let deletions = [
        DangerRule(
            rel: "Delete",
            owner: "LogonSession",
            text: "Tasks, mounts and everything else that belongs to the session ends with it.",
            source: "tasks"
        ),
        DangerRule(
            rel: "Delete",
            owner: "Task",
            text: "It drops the record of the task; by one page it also stops what the task does.",
            source: "delete_task_id"
        ),
        DangerRule(
            rel: "Delete",
            owner: "CloudTenant",
            text: "Whether the tenant's backups are deleted, too, depends on the query parameter includeBackups; what "
                + "happens without it is not documented.",
            source: "delete_tenants_id"
        ),
        DangerRule(
            rel: "Delete",
            owner: "VCloudOrganizationConfig",
            text: "Whether jobs and backup files are deleted, too, depends on the query parameters deleteJobs and "
                + "deleteBackupFiles; what happens without them is not documented.",
            source: "delete_vcloud_orgconfigs_id"
        ),
    ]

    private static let restores =
        ["VmRestorePointMount", "VmReplicaPointMount", "AgentRestorePointMount"].map { type in
            DangerRule(
                rel: "Create",
                type: LinkType(type),
                text: "The mount lasts as long as the logon session: until logoff, or fifteen idle minutes.",
                source: "vmrestorepoints_id_mountpoint"
            )
        }
        + [
            DangerRule(
                rel: "Restore",
                owner: "VmRestorePoint",
                text: "Without a body the machine is restored to where it was.",
                source: "scenario_vm_restore"
            ),
            DangerRule(
                rel: "Restore",
                owner: "FileEntry",
                text: "Without a body, as for a file of the catalog, the file is restored to where it was.",
                source: "inferred from scenario_1_click_restore"
            ),
        ]

    private static let failovers = [
        DangerRule(
            rel: "Failover",
            text: "The replica takes the place of the machine that it was made from.",
            source: "inferred from the name of the operation"
        ),
        DangerRule(
            rel: "Start",
            owner: "FailoverPlan",
            text: failsOverAll,
            source: "inferred from post_failoverplans_id_start"
        ),
        DangerRule(
            rel: "Start",
            owner: "CloudFailoverPlan",
            text: failsOverAll,
            source: "inferred from post_cloudfailoverplans_id_start"
        ),
        DangerRule(
            rel: "Undo",
            text: "What changed on the replicas since the failover is lost.",
            source: "inferred from the name of the operation"
        ),
    ]

    private static let failsOverAll = "It fails over every machine of the plan."

    private static func linked(
        _ rel: Rel,
        type: LinkType? = nil,
        owner: String? = nil,
        source: String
    ) -> DangerRule {
        DangerRule(
            rel: rel,
            type: type,
            owner: owner,
            text: "Any edit of a backup copy job removes its linked backups, which cannot be added again by REST.",
            source: source
        )
    }
}
