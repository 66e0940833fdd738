// SPDX-License-Identifier: Apache-2.0

/// A file of a backup chain, one for each restore point [get_backupfiles_id]; sizes in bytes.
struct BackupFileRecord: TableRecord {
    let id: GUID
    let name: String
    /// The path as its repository spells it.
    let path: String
    let backup: GUID
    let server: GUID
    let point: GUID
    let time: Duration
    let isFull: Bool
    let size: Int
    let dataSize: Int
}
