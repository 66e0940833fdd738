// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// What actions do beside what they are asked for.
enum EnterpriseManagerDangers {
    private static let dropsLinkedBackups =
        "Any edit of a backup copy job removes its linked backups, which cannot be added again by REST."

    static let all: [DangerRule] = [
        DangerRule(
            rel: "Create",
            type: "LinkedJobObject",
            text: dropsLinkedBackups,
            source: "post_jobs_id_linked_jobs"
        ),
        DangerRule(
            rel: "Create",
            type: "LinkedBackupRepositoryObject",
            text: dropsLinkedBackups,
            source: "post_jobs_id_linked_repositories"
        ),
        DangerRule(
            rel: "Delete",
            owner: "LinkedJobObject",
            text: dropsLinkedBackups,
            source: "post_jobs_id_linked_jobs"
        ),
        DangerRule(
            rel: "Delete",
            owner: "LinkedBackupRepository",
            text: dropsLinkedBackups,
            source: "post_jobs_id_linked_repositories"
        ),
        DangerRule(
            rel: "Clone",
            owner: "Job",
            text: "The clone arrives with its schedule disabled and without the retention policy of the original.",
            source: "seen in a public client of the API"
        ),
    ]
}
