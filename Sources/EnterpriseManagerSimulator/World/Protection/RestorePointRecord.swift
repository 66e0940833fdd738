// SPDX-License-Identifier: Apache-2.0

/// What one run of a job left behind in a backup [get_restorepoints_id].
struct RestorePointRecord: TableRecord {
    let id: GUID
    let backup: GUID
    let server: GUID
    let time: Duration
    let file: GUID
    /// The restore points of the machines that were processed.
    var machines: [GUID] = []
    /// The restore points of the vApps that were processed.
    var vApps: [GUID] = []
}
