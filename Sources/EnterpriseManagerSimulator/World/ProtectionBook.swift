// SPDX-License-Identifier: Apache-2.0

/// What jobs leave behind: backups, their files and restore points, replicas, mounts, failover plans.
struct ProtectionBook: Sendable {
    init(_ configuration: SimulatorConfiguration) {}

    /// Puts the first records into a world that has its servers, repositories and jobs.
    static func furnish(_ world: inout World) {}
}
