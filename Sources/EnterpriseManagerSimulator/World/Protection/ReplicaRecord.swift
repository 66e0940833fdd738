// SPDX-License-Identifier: Apache-2.0

/// What a replication job keeps in sync [get_replicas_id].
struct ReplicaRecord: TableRecord {
    let id: GUID
    let name: String
    let server: GUID
    /// Where its metadata lie.
    let repository: GUID
    let platform: String
    /// The job that writes it; nil for one that is left from a deleted job.
    var job: GUID?
    /// The restore points of its machines, the oldest first.
    var points: [GUID] = []
}
