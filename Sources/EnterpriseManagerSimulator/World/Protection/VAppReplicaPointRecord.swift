// SPDX-License-Identifier: Apache-2.0

/// The state of one replicated vApp at one point in time [get_vappreplicapoints_id].
struct VAppReplicaPointRecord: ReplicaStateRecord {
    let id: GUID
    let vApp: String
    let reference: String
    let server: GUID
    let replica: GUID
    let time: Duration
    let isFull: Bool
    /// The replica points of its machines.
    let machines: [GUID]

    var subject: String { vApp }
}
