// SPDX-License-Identifier: Apache-2.0

/// What a CDP policy has made of machines, all of them together, or of one vApp
/// [cdpreplicas_id, cdpreplica_vapps_id].
struct CdpReplicaRecord: TableRecord {
    let id: GUID
    let name: String
    let policy: GUID
    let policyName: String
    let server: GUID
    let repository: GUID
    /// The vApp in its virtual infrastructure; nil for a replica of machines.
    let vApp: String?
    let machines: [CdpReplicaMachine]
}
