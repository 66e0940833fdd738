// SPDX-License-Identifier: Apache-2.0

/// Agents, file shares and CDP.
struct AgentBook: Sendable {
    init(_ configuration: SimulatorConfiguration) {}

    /// Puts the first records into a world that has its servers, repositories and jobs.
    static func furnish(_ world: inout World) {}
}
