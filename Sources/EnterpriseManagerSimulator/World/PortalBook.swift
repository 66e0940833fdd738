// SPDX-License-Identifier: Apache-2.0

/// Who may do what: accounts, roles, scopes; vCloud and self-service.
struct PortalBook: Sendable {
    init(_ configuration: SimulatorConfiguration) {}

    /// Puts the first records into a world that has its servers, repositories and jobs.
    static func furnish(_ world: inout World) {}
}
