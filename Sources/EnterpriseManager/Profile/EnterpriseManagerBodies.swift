// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// What bodies links take.
enum EnterpriseManagerBodies {
    static let all: [BodyRule] = [
        BodyRule(
            rel: "Clone",
            owner: "Job",
            root: "JobCloneSpec",
            branch: BodyBranch(property: "JobType", suffix: "JobCloneInfo"),
            source: "post_jobs_id_actionclone"
        ),
        BodyRule(rel: "Create", type: "ObjectInJob", root: "CreateObjectInJobSpec", source: "post_jobs_id_includes"),
        BodyRule(rel: "Edit", type: "JobReference", owner: "Job", root: "Job", source: "put_jobs_id_actionedit"),
        // Every reachable copy of the two pages breaks off before the root element of the XML example; in JSON the
        // root has no name, so it does not matter there.
        BodyRule(rel: "Create", type: "LinkedJobObject", root: nil, source: "post_jobs_id_linked_jobs"),
        BodyRule(
            rel: "Create",
            type: "LinkedBackupRepositoryObject",
            root: nil,
            source: "post_jobs_id_linked_repositories"
        ),
    ]
}
