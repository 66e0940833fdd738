// SPDX-License-Identifier: Apache-2.0

/// What backup servers manage: servers, hierarchies, credentials, password keys, WAN accelerators.
struct InfrastructureBook: Sendable {
    init(_ configuration: SimulatorConfiguration) {}

    /// Puts the first records into a world that has its servers, repositories and jobs.
    static func furnish(_ world: inout World) {}
}
