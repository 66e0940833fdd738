// SPDX-License-Identifier: Apache-2.0

/// Computers with agents, file shares and continuous data protection.
///
/// What is generated grows with the generated jobs: for each hundred of them a protection group with ten computers and
/// two agent jobs, a file server with a job, and a CDP policy with its replica.
struct AgentBook: Sendable {
    var groups: Table<ProtectionGroupRecord>
    var computers: Table<DiscoveredComputerRecord>
    var jobs: Table<AgentJobRecord>
    var fileServers: Table<FileServerRecord>
    var nasJobs: Table<NasJobRecord>
    var policies: Table<CdpPolicyRecord>
    var replicas: Table<CdpReplicaRecord>
    var vApps: Table<CdpReplicaRecord>
    var cdpSessions: Table<CdpSessionRecord>
    var cdpTasks: Table<CdpTaskRecord>
    var points: Table<AgentRestorePointRecord>
    /// The backups of jobs of agents.
    var backups: [GUID] = []
    /// The restore points of computers, by that of the run.
    var pointsOfRun: [GUID: [GUID]] = [:]
    /// Own chances, so that the rest of the world does not depend on agents.
    var generator: SeededGenerator

    /// The host of what belongs to no virtual infrastructure [agents_protectiongroups_id].
    static let noHost = GUID(high: 0, low: 0)

    init(_ configuration: SimulatorConfiguration) {
        self.init(GeneratedAgents(seed: configuration.seed, count: 0, servers: [], repositories: []))
    }

    private init(_ made: GeneratedAgents) {
        let (seed, count) = (made.seed, made.count)
        generator = SeededGenerator(seed: seed ^ 0x4147_454E_5453)
        groups = Table(kind: "ProtectionGroup", seed: seed, generating: count) { made.group($0, $1) }
        computers = Table(
            kind: "DiscoveredComputer",
            seed: seed,
            generating: count * GeneratedAgents.computersOfGroup
        ) { made.computer($0, $1) }
        points = Table(kind: "AgentRestorePoint", seed: seed)
        jobs = Table(kind: "AgentBackupJob", seed: seed, generating: count * GeneratedAgents.jobsOfGroup) {
            made.job($0, $1)
        }
        fileServers = Table(kind: "FileServer", seed: seed, generating: count) { made.fileServer($0, $1) }
        nasJobs = Table(kind: "NasJob", seed: seed, generating: count) { made.nasJob($0, $1) }
        policies = Table(kind: "CdpPolicy", seed: seed, generating: count) { made.policy($0, $1) }
        replicas = Table(kind: "CdpReplica", seed: seed, generating: count) { made.replica($0, $1) }
        vApps = Table(kind: "VAppCdpReplica", seed: seed)
        cdpSessions = Table(kind: "CdpReplicaSession", seed: seed, generating: count) { made.session($0, $1) }
        cdpTasks = Table(kind: "CdpReplicaTaskSession", seed: seed, generating: count) { made.task($0, $1) }
    }

    /// Forgets everything of a backup server that is being removed.
    mutating func forget(server id: GUID) {
        groups.removeAll { $0.server == id }
        computers.removeAll { $0.server == id }
        jobs.removeAll { $0.job.server == id }
        fileServers.removeAll { $0.server == id }
        nasJobs.removeAll { $0.job.server == id }
        policies.removeAll { $0.server == id }
        replicas.removeAll { $0.server == id }
        vApps.removeAll { $0.server == id }
        cdpSessions.removeAll { $0.server == id }
        cdpTasks.removeAll { $0.server == id }
        points.removeAll { $0.server == id }
        pointsOfRun = pointsOfRun.filter { !$0.value.allSatisfy { points[$0] == nil } }
    }

    /// Puts the first records into a world that has its servers, repositories and jobs.
    static func furnish(_ world: inout World) {
        world.agents = AgentBook(
            GeneratedAgents(
                seed: world.configuration.seed,
                count: max(0, world.configuration.generatedJobs) / 100,
                servers: world.servers.map(\.id),
                repositories: world.repositories.map(\.id)
            )
        )
        DefaultAgents.furnish(&world)
        DefaultFileShares.furnish(&world)
        DefaultCdp.furnish(&world)
    }
}
