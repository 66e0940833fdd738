// SPDX-License-Identifier: Apache-2.0

/// A chain of restore points in a repository [get_backups_id].
struct BackupRecord: TableRecord {
    let id: GUID
    let name: String
    let server: GUID
    let repository: GUID
    let platform: String
    /// `Standard`; copies have a `ParentBackup` with one `ChildBackup` for each machine.
    let kind: String
    /// The job that writes it; nil for imported and one-time backups.
    var job: GUID?
    /// The machine of a child backup.
    var machine: String?
    var children: [GUID] = []
    /// Its restore points, the oldest first.
    var points: [GUID] = []
}
