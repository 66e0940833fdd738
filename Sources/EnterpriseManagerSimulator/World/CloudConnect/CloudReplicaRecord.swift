// SPDX-License-Identifier: Apache-2.0

/// What a replication job of a tenant keeps with the service provider [cloudreplicas_id].
struct CloudReplicaRecord: CloudRecord {
    let id: GUID
    let name: String
    let server: GUID
    let tenant: GUID?
    let platform: String
    let points: [GUID]
}
