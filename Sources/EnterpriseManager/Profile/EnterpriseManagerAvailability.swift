// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// When links are there, and when following them works.
///
/// Sources are pages of the vendor's guide; what follows from them only is said to be inferred.
enum EnterpriseManagerAvailability {
    static let all: [AvailabilityRule] = kinds + versions + absences + states + services + roles

    private static let copies = ["BackupCopy", "ImmediateBackupCopy"]
    private static let jobs = ["Job", "AgentBackupJob", "NASJob"]

    /// What a job offers depends on its type.
    private static let kinds: [AvailabilityRule] =
        [
            AvailabilityRule(
                owners: ["Job"],
                rel: "Start",
                need: .property("JobType", oneOf: ["Backup", "Replica"]),
                text: "Start is for backup and replication jobs; a backup copy job has Sync instead.",
                instead: LinkSelector(rel: "Sync"),
                source: "get_jobs_id"
            )
        ]
        + (["Stop", "Retry"] as [Rel]).map { rel in
            AvailabilityRule(
                owners: ["Job"],
                rel: rel,
                need: .property("JobType", oneOf: ["Backup", "Replica"]),
                text: "\(rel) is for backup and replication jobs; a backup copy job is not offered it.",
                source: "get_jobs_id"
            )
        }
        + ([("Edit", "JobReference"), ("Create", "ObjectInJob"), ("Down", "ObjectInJobList")] as [(Rel, LinkType)])
        .map { rel, type in
            AvailabilityRule(
                owners: ["Job"],
                rel: rel,
                types: [type],
                need: .property("JobType", oneOf: ["Backup", "Replica"]),
                footing: .inferred,
                text: "A backup copy job has no machines of its own: it copies the jobs and repositories linked to it.",
                instead: LinkSelector(rel: "Down", type: "LinkedJobObjectList"),
                source: "inferred from the links of a copy job on get_jobs_id"
            )
        }
        + [
            AvailabilityRule(
                owners: ["Job"],
                rel: "Sync",
                need: .property("JobType", oneOf: copies),
                text: "Sync is for backup copy jobs only; other jobs have Start.",
                instead: LinkSelector(rel: "Start"),
                source: "get_jobs_id"
            )
        ]
        + linked.map { rel, type in
            AvailabilityRule(
                owners: ["Job"],
                rel: rel,
                types: [type],
                need: .property("JobType", oneOf: copies),
                text: "Only backup copy jobs have linked jobs and repositories.",
                source: "get_jobs_id"
            )
        }

    private static let linked: [(Rel, LinkType)] = [
        ("Down", "LinkedJobObjectList"), ("Create", "LinkedJobObject"),
        ("Down", "LinkedBackupRepositoryObjectList"), ("Create", "LinkedBackupRepositoryObject"),
    ]

    /// What came with a later version of the API; which links an older session sees is documented nowhere.
    private static let versions: [AvailabilityRule] = linked.map { rel, type in
        AvailabilityRule(
            owners: ["Job"],
            rel: rel,
            types: [type],
            need: .version("v1_7"),
            footing: .inferred,
            text: "Linked jobs and repositories of copy jobs came with version 12, API v1_7.",
            source: "inferred from get_jobs_id, which has them since the guide of version 12"
        )
    }

    /// What is documented without a link to it.
    private static let absences: [AvailabilityRule] =
        [
            AvailabilityRule(
                owners: ["Job"],
                rel: "Delete",
                need: .never,
                text: "Deleting a job is documented, but no job is shown with a link for it; without a link, "
                    + "nothing is sent.",
                source: "delete_jobs_id, get_jobs_id"
            )
        ]
        + [
            AvailabilityRule(
                owners: ["LogonSession"],
                rel: "Down",
                types: [
                    "CdpPolicyReferenceList", "CdpPolicyList", "CdpReplicaReferenceList", "CdpReplicaList",
                    "CdpReplicaSessionReferenceList", "CdpReplicaSessionList", "VAppReplicaPointReferenceList",
                    "VAppReplicaPointList", "SystemSessionList",
                ],
                need: .never,
                text: "The resource is documented, but no session is shown with a link to it.",
                source: "logging_on, logging_out"
            )
        ]

    /// What is offered, but works in some states only.
    private static let states: [AvailabilityRule] =
        [
            running(
                "Start",
                ["Stopped"],
                orNone: true,
                "A job that is running cannot be started again.",
                source: "inferred from backupsessions_id"
            ),
            running(
                "Sync",
                ["Stopped"],
                orNone: true,
                "A job that is running cannot be started again.",
                source: "inferred from backupsessions_id"
            ),
            running(
                "Stop",
                ["Starting", "Working", "Pausing", "Resuming"],
                orNone: false,
                "Only a job that is running can be stopped.",
                source: "inferred from backupsessions_id"
            ),
            running(
                "Retry",
                ["Failed"],
                of: "Result",
                orNone: false,
                "Only a job whose last run failed can be retried.",
                source: "inferred from post_jobs_id_actionretry"
            ),
            running(
                "Clone",
                ["Stopped"],
                orNone: true,
                footing: .open,
                "Whether a job can be cloned while it runs is not documented.",
                source: "post_jobs_id_actionclone"
            ),
        ]
        + ([("Enable", "false"), ("Disable", "true")] as [(Rel, String)]).map { rel, enabled in
            AvailabilityRule(
                owners: ["CdpPolicy"],
                rel: rel,
                need: .property("ScheduleEnabled", oneOf: [enabled]),
                text: "A policy offers whichever of Enable and Disable changes something.",
                instead: LinkSelector(rel: rel == "Enable" ? "Disable" : "Enable"),
                source: "get_cdppolicies_id"
            )
        }

    private static func running(
        _ rel: Rel,
        _ values: [String],
        of property: PropertyPath = "State",
        orNone: Bool,
        footing: AvailabilityRule.Footing = .inferred,
        _ text: String,
        source: String
    ) -> AvailabilityRule {
        AvailabilityRule(
            owners: jobs,
            rel: rel,
            need: .latest(
                LatestRule(
                    links: [
                        LinkSelector(rel: "Down", type: "BackupJobSessionReferenceList"),
                        LinkSelector(rel: "Down", type: "ReplicaJobSessionReferenceList"),
                    ],
                    order: "CreationTimeUTC",
                    property: property,
                    values: values,
                    mayBeNone: orNone
                )
            ),
            effect: .accepted,
            footing: footing,
            text: text,
            source: source
        )
    }

    /// What a session offers depends on licence, role and platforms; what decides is not written down.
    private static let services: [AvailabilityRule] = [
        AvailabilityRule(
            owners: ["LogonSession"],
            rel: "Down",
            types: [
                "BackupFileReferenceList", "BackupFileList", "ExternalRepositoryReferenceList",
                "ExternalRepositoryList", "VCloudService", "CloudConnectService", "AgentsService", "NasService",
                "VSphereSelfService",
            ],
            need: .undocumented,
            footing: .open,
            text: "Some sessions offer it and some do not: licence, role and installed platforms may decide.",
            source: "inferred from logging_on and logging_out, whose sessions differ"
        )
    ]
}
