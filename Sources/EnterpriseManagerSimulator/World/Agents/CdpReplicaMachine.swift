// SPDX-License-Identifier: Apache-2.0

/// A machine in a replica of continuous data protection.
struct CdpReplicaMachine: Sendable {
    let id: GUID
    let name: String
    let reference: String
}
