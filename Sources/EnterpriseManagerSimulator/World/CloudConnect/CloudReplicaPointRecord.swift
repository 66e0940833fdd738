// SPDX-License-Identifier: Apache-2.0

/// A restore point of a replicated machine of a tenant [cloudvmreplicapoints_id].
struct CloudReplicaPointRecord: CloudRecord {
    let id: GUID
    let server: GUID
    let tenant: GUID?
    let replica: GUID
    let replicaName: String
    let machine: String
    let created: Timestamp
    /// `Ready`, or `Failover` as long as the machine runs from it.
    var state = CloudReplicaPointRecord.ready

    static let ready = "Ready"
    static let failedOver = "Failover"

    /// Machine and time, as the example has it.
    var name: String { "\(machine)@\(created.inName)" }
}
