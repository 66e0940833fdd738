// SPDX-License-Identifier: Apache-2.0

/// What a run of a CDP policy does for one machine [cdpreplicatasksessions_id].
struct CdpTaskRecord: TableRecord {
    let id: GUID
    let session: GUID
    let machine: String
    let server: GUID
    let start: Duration
    /// In bytes.
    let size: Int
}
