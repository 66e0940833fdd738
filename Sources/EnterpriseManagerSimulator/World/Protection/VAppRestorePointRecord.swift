// SPDX-License-Identifier: Apache-2.0

/// The state of one vApp at one point in time, inside a backup [get_vapprestorepoints_id].
struct VAppRestorePointRecord: StateRecord {
    let id: GUID
    let vApp: String
    let reference: String
    let server: GUID
    let point: GUID
    let time: Duration
    let isFull: Bool

    var subject: String { vApp }
}
