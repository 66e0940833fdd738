// SPDX-License-Identifier: Apache-2.0

/// A source of file share backups: an SMB share or an NFS export [nas_fileservers_id].
struct FileServerRecord: TableRecord {
    let id: GUID
    /// Its path, which is its name, too.
    let name: String
    let server: GUID
    /// Where it keeps what changed.
    let cache: GUID
    /// The account for an SMB share; nil for an NFS export.
    let credentials: GUID?
}
