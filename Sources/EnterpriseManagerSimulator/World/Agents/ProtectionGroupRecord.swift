// SPDX-License-Identifier: Apache-2.0

/// Computers that are found and given agents together [agents_protectiongroups_id].
struct ProtectionGroupRecord: TableRecord {
    let id: GUID
    let name: String
    let server: GUID
    /// `AgentForWindows` or `AgentForLinux`.
    let platform: String
    let rescanEnabled: Bool
    let computers: [GUID]

    /// Where it stands among what agents protect.
    var reference: String { "urn:\(platform):AgentProtectionGroup:\(AgentBook.noHost).\(id)" }
}
