// SPDX-License-Identifier: Apache-2.0

/// Cloud Connect: tenants and their resources, gateways, hardware plans, failover.
struct CloudBook: Sendable {
    init(_ configuration: SimulatorConfiguration) {}

    /// Puts the first records into a world that has its servers, repositories and jobs.
    static func furnish(_ world: inout World) {}
}
