// SPDX-License-Identifier: Apache-2.0

/// A logon session: whose it is, how long it has been idle, and the tasks that live and die with it.
struct LogonRecord: Sendable {
    let id: GUID
    let user: String
    let version: APIVersion
    /// The tenant of Cloud Connect that logged on; nil for an account of Enterprise Manager.
    var tenant: GUID?
    var lastUsed: Duration
    var tasks: [Int: TaskRecord] = [:]
    var taskCount = 0

    /// What the client sends to be recognised: base64 of the id, as live servers have it.
    var token: String { Base64.encode(id.description.utf8) }
}
