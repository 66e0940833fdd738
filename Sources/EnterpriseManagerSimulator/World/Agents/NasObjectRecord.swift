// SPDX-License-Identifier: Apache-2.0

/// A folder of a file server in a file share backup job [nas_jobs_id_includes].
struct NasObjectRecord: Sendable {
    let id: GUID
    let fileServer: GUID
    let path: String
}
