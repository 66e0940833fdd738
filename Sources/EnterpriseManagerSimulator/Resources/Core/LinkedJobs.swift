// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `LinkedJobObject`: the source jobs of copy jobs [backup_copy_job_options, get_jobs_id_linked_jobs].
enum LinkedJobs: ResourceFamily {
    private static let members = LinkedMembers(
        path: "linkedJobs",
        collection: "LinkedJobResourceObjects",
        item: "LinkedJobObject",
        type: "LinkedJobObject",
        field: "LinkedJobUid",
        resource: "Job",
        includes: "LinkedJobIncludes",
        keyPath: { \.linkedJobs },
        exists: { id, world in world.jobs[id] != nil }
    )

    static func register(in router: inout Router) { members.register(in: &router) }
    static func down(of job: JobRecord) -> OfferedLink { members.down(of: job) }
    static func create(of job: JobRecord) -> OfferedLink { members.create(of: job) }
    static func nested(in job: JobRecord) -> Content { members.nested(in: job) }
}
