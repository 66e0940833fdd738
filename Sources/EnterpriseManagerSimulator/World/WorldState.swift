// SPDX-License-Identifier: Apache-2.0

/// What a simulated Enterprise Manager knows, as it lies in memory; ``World`` is how it is used.
struct WorldState: Sendable {
    let configuration: SimulatorConfiguration
    var generator: SeededGenerator
    var logons: LogonBook
    var servers: [BackupServerRecord] = []
    var firstServers: [GUID] = []
    var repositories: Table<RepositoryRecord>
    var jobs: Table<JobRecord>
    var jobSessions: Table<JobSessionRecord>
    var keptSessions: [GUID: [GUID]] = [:]
    let population: Population
    var infrastructure: InfrastructureBook
    var protection: ProtectionBook
    var cloud: CloudBook
    var portal: PortalBook
    var agents: AgentBook
    var claims: Set<String> = []
    var changes: [Change] = []

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
    }
}
