// SPDX-License-Identifier: Apache-2.0

/// The state of one machine at one point in time, inside a backup [get_vmrestorepoints_id].
struct VmRestorePointRecord: StateRecord {
    let id: GUID
    let machine: String
    /// Where the machine stands in its virtual infrastructure; nil if only its job knows.
    let reference: String?
    let server: GUID
    let point: GUID
    let file: GUID
    let time: Duration
    let isFull: Bool

    var subject: String { machine }
}
