// SPDX-License-Identifier: Apache-2.0

/// A job of computers with agents, managed by a backup server [agents_jobs_id].
struct AgentJobRecord: TableRecord, SideJob {
    /// What it has in common with other jobs; its objects are protection groups.
    var job: JobRecord
    /// The groups, one for each object.
    var groups: [GUID]

    var id: GUID { job.id }
}
