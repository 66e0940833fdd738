// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `LinkedBackupRepository`: the source repositories of copy jobs [backup_copy_job_options].
enum LinkedRepositories: ResourceFamily {
    private static let members = LinkedMembers(
        path: "linkedBackupRepositories",
        collection: "LinkedBackupRepositoryResourceObjects",
        item: "LinkedBackupRepository",
        type: "LinkedBackupRepositoryObject",
        field: "LinkedBackupRepositoryUid",
        resource: "Repository",
        includes: "LinkedBackupRepositoryIncludes",
        keyPath: { \.linkedRepositories },
        exists: { id, world in world.repository(id) != nil }
    )

    static func register(in router: inout Router) { members.register(in: &router) }
    static func down(of job: JobRecord) -> OfferedLink { members.down(of: job) }
    static func create(of job: JobRecord) -> OfferedLink { members.create(of: job) }
    static func nested(in job: JobRecord) -> Content { members.nested(in: job) }
}
