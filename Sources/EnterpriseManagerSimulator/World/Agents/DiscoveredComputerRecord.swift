// SPDX-License-Identifier: Apache-2.0

/// A computer that a protection group found [agents_discoveredcomputers_id].
struct DiscoveredComputerRecord: TableRecord {
    let id: GUID
    let name: String
    let server: GUID
    let group: GUID
    /// `AgentForWindows` or `AgentForLinux`.
    let platform: String
    let system: String
    let ip: String

    /// Where it stands among what agents protect.
    var reference: String { "urn:\(platform):VeeamAgent:\(AgentBook.noHost).\(id)" }
}
