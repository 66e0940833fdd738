// SPDX-License-Identifier: Apache-2.0

/// Everything that a simulated Enterprise Manager knows, and what is about to happen to it.
struct World: Sendable {
    let configuration: SimulatorConfiguration
    var generator: SeededGenerator
    var logons: LogonBook

    var servers: [BackupServerRecord] = []
    /// The servers that share what is generated, whether they are still there or not.
    var firstServers: [GUID] = []
    var repositories: Table<RepositoryRecord>
    var jobs: Table<JobRecord>
    var jobSessions: Table<JobSessionRecord>
    /// The sessions of each job that were not generated, the oldest first.
    var keptSessions: [GUID: [GUID]] = [:]
    /// How generated records belong together.
    let population: Population

    var infrastructure: InfrastructureBook
    var protection: ProtectionBook
    var cloud: CloudBook
    var portal: PortalBook
    var agents: AgentBook

    /// What effects that do not show yet have taken for themselves.
    var claims: Set<String> = []

    /// Ordered by time; equal times in the order in which they were planned.
    private var changes: [Change] = []

    init(_ configuration: SimulatorConfiguration, secrets: SeededGenerator) {
        self.configuration = configuration
        generator = SeededGenerator(seed: configuration.seed)
        logons = LogonBook(secrets: secrets)
        population = Population(jobs: configuration.generatedJobs)
        repositories = Table(kind: "Repository", seed: configuration.seed)
        jobs = Table(kind: "Job", seed: configuration.seed)
        jobSessions = Table(kind: "JobSession", seed: configuration.seed)
        infrastructure = InfrastructureBook(configuration)
        protection = ProtectionBook(configuration)
        cloud = CloudBook(configuration)
        portal = PortalBook(configuration)
        agents = AgentBook(configuration)
        DefaultWorld.furnish(&self)
        InfrastructureBook.furnish(&self)
        ProtectionBook.furnish(&self)
        CloudBook.furnish(&self)
        PortalBook.furnish(&self)
        AgentBook.furnish(&self)
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
