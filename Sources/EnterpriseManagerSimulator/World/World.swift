// SPDX-License-Identifier: Apache-2.0

/// Everything that a simulated Enterprise Manager knows, and what is about to happen to it.
struct World: Sendable {
    let configuration: SimulatorConfiguration
    var generator: SeededGenerator
    var logons: LogonBook

    var servers: [BackupServerRecord] = []
    var repositories: [RepositoryRecord] = []
    private(set) var jobs: [GUID: JobRecord] = [:]
    /// In the order in which lists show them.
    private(set) var jobOrder: [GUID] = []
    private(set) var jobSessions: [GUID: JobSessionRecord] = [:]
    private(set) var sessionsOfJob: [GUID: [GUID]] = [:]
    private(set) var jobSessionOrder: [GUID] = []

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

    // MARK: Jobs

    mutating func add(_ job: JobRecord) {
        if jobs.updateValue(job, forKey: job.id) == nil { jobOrder.append(job.id) }
    }

    mutating func remove(job id: GUID) {
        jobs[id] = nil
        jobOrder.removeAll { $0 == id }
    }

    /// Changes a job if it is still there.
    mutating func update(job id: GUID, _ change: (inout JobRecord) -> Void) {
        if var job = jobs[id] {
            change(&job)
            jobs[id] = job
        }
    }

    func job(_ id: GUID) throws(Refusal) -> JobRecord {
        guard let job = jobs[id] else { throw Refusal.missing("job", id) }
        return job
    }

    func server(_ id: GUID) -> BackupServerRecord? { servers.first { $0.id == id } }
    func repository(_ id: GUID) -> RepositoryRecord? { repositories.first { $0.id == id } }

    // MARK: Sessions of jobs

    mutating func add(_ session: JobSessionRecord) {
        jobSessions[session.id] = session
        jobSessionOrder.append(session.id)
        sessionsOfJob[session.job, default: []].append(session.id)
    }

    mutating func update(session id: GUID, _ change: (inout JobSessionRecord) -> Void) {
        if var session = jobSessions[id] {
            change(&session)
            jobSessions[id] = session
        }
    }

    /// The latest session of a job.
    func lastSession(of job: GUID) -> JobSessionRecord? {
        sessionsOfJob[job]?.last.flatMap { jobSessions[$0] }
    }
}
