// SPDX-License-Identifier: Apache-2.0

/// A job, repository or backup that is a source of a copy job [backup_copy_job_options].
struct LinkedRecord: Sendable {
    /// What the guide calls `ObjectInJobId`.
    let id: GUID
    let target: GUID
}
