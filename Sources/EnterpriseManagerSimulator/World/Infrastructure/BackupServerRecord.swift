// SPDX-License-Identifier: Apache-2.0

/// A backup server that this Enterprise Manager looks after.
struct BackupServerRecord: TableRecord {
    let id: GUID
    var name: String
    var description: String
    var version: String
    var port = 9392
    /// The port of the connection by certificate; written where it was given [post_backupservers].
    var certificatePort: Int?
    var thumbprint: String?
}
