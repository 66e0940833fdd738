// SPDX-License-Identifier: Apache-2.0

/// Everything that a simulated Enterprise Manager knows, and what is about to happen to it.
///
/// The rows of a long list are made while it is sent, and each takes the world along as it was. A copy is therefore one
/// reference; only a change made while there is another copy copies what is known.
struct World: Sendable {
    /// An array of one, for its copy on write.
    private var state: [WorldState]

    init(_ configuration: SimulatorConfiguration, secrets: SeededGenerator) {
        state = [WorldState(configuration, secrets: secrets)]
        DefaultWorld.furnish(&self)
        InfrastructureBook.furnish(&self)
        ProtectionBook.furnish(&self)
        CloudBook.furnish(&self)
        PortalBook.furnish(&self)
        AgentBook.furnish(&self)
    }

    var configuration: SimulatorConfiguration { state[0].configuration }
    /// How generated records belong together.
    var population: Population { state[0].population }
    var generator: SeededGenerator {
        get { state[0].generator }
        _modify { yield &state[0].generator }
    }
    var logons: LogonBook {
        get { state[0].logons }
        _modify { yield &state[0].logons }
    }
    var servers: [BackupServerRecord] {
        get { state[0].servers }
        _modify { yield &state[0].servers }
    }
    /// The servers that share what is generated, whether they are still there or not.
    var firstServers: [GUID] {
        get { state[0].firstServers }
        _modify { yield &state[0].firstServers }
    }
    var repositories: Table<RepositoryRecord> {
        get { state[0].repositories }
        _modify { yield &state[0].repositories }
    }
    var jobs: Table<JobRecord> {
        get { state[0].jobs }
        _modify { yield &state[0].jobs }
    }
    var jobSessions: Table<JobSessionRecord> {
        get { state[0].jobSessions }
        _modify { yield &state[0].jobSessions }
    }
    /// The sessions of each job that were not generated, the oldest first.
    var keptSessions: [GUID: [GUID]] {
        get { state[0].keptSessions }
        _modify { yield &state[0].keptSessions }
    }
    var infrastructure: InfrastructureBook {
        get { state[0].infrastructure }
        _modify { yield &state[0].infrastructure }
    }
    var protection: ProtectionBook {
        get { state[0].protection }
        _modify { yield &state[0].protection }
    }
    var cloud: CloudBook {
        get { state[0].cloud }
        _modify { yield &state[0].cloud }
    }
    var portal: PortalBook {
        get { state[0].portal }
        _modify { yield &state[0].portal }
    }
    var agents: AgentBook {
        get { state[0].agents }
        _modify { yield &state[0].agents }
    }
    /// What effects that do not show yet have taken for themselves.
    var claims: Set<String> {
        get { state[0].claims }
        _modify { yield &state[0].claims }
    }
    /// Ordered by time; equal times in the order in which they were planned.
    private var changes: [Change] {
        get { state[0].changes }
        _modify { yield &state[0].changes }
    }

    // MARK: Time

    /// Plans a change.
    mutating func plan(at due: Duration, _ apply: @escaping @Sendable (inout World, Duration) -> Void) {
        let index = changes.firstIndex { $0.due > due } ?? changes.endIndex
        changes.insert(Change(due: due, apply: apply), at: index)
    }

    /// Lets everything happen that is due, each at its time.
    mutating func settle(until now: Duration) {
        while let next = changes.first, next.due <= now {
            changes.removeFirst()
            next.apply(&self, next.due)
        }
        logons.expire(at: now, idle: configuration.sessionIdle)
    }

    /// What the clock on the wall shows.
    func timestamp(_ time: Duration) -> Timestamp {
        Timestamp(milliseconds: configuration.startTime * 1000 + Int(time / .milliseconds(1)))
    }
}
