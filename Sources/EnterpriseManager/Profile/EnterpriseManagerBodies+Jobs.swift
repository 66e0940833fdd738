// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension EnterpriseManagerBodies {
    /// Jobs and CDP policies.
    static let jobs: [BodyRule] = [
        BodyRule(
            rel: "Clone",
            owner: "Job",
            root: "JobCloneSpec",
            branch: .named(by: "JobType", suffix: "JobCloneInfo"),
            source: "post_jobs_id_actionclone"
        ),
        BodyRule(
            rel: "Create",
            type: "ObjectInJob",
            owner: "Job",
            root: "CreateObjectInJobSpec",
            source: "post_jobs_id_includes"
        ),
        edit("Job", source: "put_jobs_id_actionedit"),
        // Every reachable copy of the two pages breaks off before the root element of the XML example; in JSON the
        // root has no name, so it does not matter there. The element of the resource has the field in question.
        BodyRule(
            rel: "Create",
            type: "LinkedJobObject",
            root: nil,
            alternatives: ["LinkedJobObject"],
            note: unnamed,
            source: "post_jobs_id_linked_jobs"
        ),
        BodyRule(
            rel: "Create",
            type: "LinkedBackupRepositoryObject",
            root: nil,
            alternatives: ["LinkedBackupRepository"],
            note: unnamed,
            source: "post_jobs_id_linked_repositories"
        ),
        BodyRule(
            rel: "Create",
            type: "ObjectInJob",
            owner: "CdpPolicy",
            root: "CreateObjectInJobSpec",
            source: "post_cdppolicies_id_includes"
        ),
        edit("CdpPolicy", source: "put_cdppolicies_id"),
    ]

    /// What to know about a body whose element no page names.
    static let unnamed =
        "The name of its root element in XML is a guess, as no page of the guide shows it; send it as JSON."
}
