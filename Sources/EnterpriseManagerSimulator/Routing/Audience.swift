// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// Which roles may use the resources of a family; a route may say otherwise for itself.
///
/// The guide says who may log on, that the restore operators see fewer operations, and that a role without a right
/// gets 403 [security_roles_concept]. Which operations these are stands in no reachable copy of it, so the
/// audiences are inferred from what the roles are for.
struct Audience: Sendable {
    let readers: RoleSet
    let writers: RoleSet

    /// Logon sessions and tasks, which stay with their owner.
    static let session = Audience(readers: .session, writers: .session)
    /// What everybody needs who works with the API: queries, and what can be restored.
    static let everyone = Audience(readers: .everyone, writers: .everyone)
    /// What portal users may look at and administrators change: jobs and what they run on.
    static let portal = Audience(readers: .portal, writers: .administrators)
    /// Machines and applications that can be restored, and who may do it.
    static let machineRestore = Audience(readers: .everyone, writers: [.portal, .machineOperators])
    /// Files that can be restored, and who may do it.
    static let fileRestore = Audience(readers: .everyone, writers: [.portal, .fileOperators])
    /// How Enterprise Manager itself, and what others rent of it, is set up.
    static let administrators = Audience(readers: .administrators, writers: .administrators)

    /// Who may send requests with a verb.
    func roles(for method: HTTPRequest.Method) -> RoleSet { method == .get ? readers : writers }
}
