// SPDX-License-Identifier: Apache-2.0

/// A file share backup job [nas_jobs_id].
struct NasJobRecord: TableRecord, SideJob {
    /// What it has in common with other jobs.
    var job: JobRecord
    var objects: [NasObjectRecord]

    var id: GUID { job.id }
}
