// SPDX-License-Identifier: Apache-2.0

/// The state of a computer with an agent in a backup [agents_agentrestorepoints_id].
struct AgentRestorePointRecord: TableRecord {
    let id: GUID
    let computer: String
    let isLinux: Bool
    let server: GUID
    let backup: GUID
    /// The restore point of the whole run, and its file.
    let point: GUID
    let file: GUID
    let time: Duration
    let isFull: Bool
}
