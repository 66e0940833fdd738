// SPDX-License-Identifier: Apache-2.0

/// The state of one replicated machine at one point in time [get_vmreplicapoints_id].
struct VmReplicaPointRecord: ReplicaStateRecord {
    let id: GUID
    let machine: String
    let reference: String
    let server: GUID
    let replica: GUID
    let time: Duration
    let isFull: Bool

    var subject: String { machine }
}
