// SPDX-License-Identifier: Apache-2.0

extension World {
    // MARK: Servers

    /// A backup server, or nil.
    func server(_ id: GUID) -> BackupServerRecord? { servers.first { $0.id == id } }

    /// The place of a server among those that share what is generated; nil for a server that was added later.
    func generatedIndex(ofServer id: GUID) -> Int? { firstServers.firstIndex(of: id) }

    /// Changes a server if it is still there.
    mutating func update(server id: GUID, _ change: (inout BackupServerRecord) -> Void) {
        if let index = servers.firstIndex(where: { $0.id == id }) { change(&servers[index]) }
    }

    /// Removes a server with everything that Enterprise Manager knows of it.
    mutating func remove(server id: GUID) {
        // The other way round, since what comes later may need to know what it belongs to.
        for family in Families.all.reversed() { family.forget(server: id, in: &self) }
        servers.removeAll { $0.id == id }
    }

    /// What a table has of a server, in the order of lists.
    func ids<Record>(
        of table: Table<Record>,
        on server: GUID,
        _ owner: (Record) -> GUID
    ) -> some Sequence<GUID> {
        let numbers = population.numbers(ofServer: generatedIndex(ofServer: server), below: table.generatedCount)
        return table.ids(numbered: numbers) { owner($0) == server }
    }

    // MARK: Repositories

    /// A repository, or nil.
    func repository(_ id: GUID) -> RepositoryRecord? { repositories[id] }

    // MARK: Jobs

    /// The ids of the jobs in the order in which lists show them.
    var jobOrder: some Sequence<GUID> { jobs.ids }

    mutating func add(_ job: JobRecord) { jobs.add(job) }
    mutating func remove(job id: GUID) { jobs.remove(id) }

    /// Changes a job if it is still there.
    mutating func update(job id: GUID, _ change: (inout JobRecord) -> Void) { jobs.update(id, change) }

    func job(_ id: GUID) throws(Refusal) -> JobRecord {
        guard let job = jobs[id] else { throw Refusal.missing("job", id) }
        return job
    }

    // MARK: Sessions of jobs

    /// The ids of the sessions in the order in which lists show them.
    var jobSessionOrder: some Sequence<GUID> { jobSessions.ids }

    mutating func add(_ session: JobSessionRecord) {
        jobSessions.add(session)
        keptSessions[session.job, default: []].append(session.id)
    }

    /// Adds a session of the first world.
    mutating func place(_ session: JobSessionRecord) {
        jobSessions.place(session)
        keptSessions[session.job, default: []].append(session.id)
    }

    mutating func update(session id: GUID, _ change: (inout JobSessionRecord) -> Void) {
        jobSessions.update(id, change)
    }

    /// The sessions of a job, the oldest first: the one that was generated, and those that were added.
    func sessions(ofJob job: GUID) -> [GUID] {
        let generated = jobs.codec.number(job, below: population.jobs).map { [jobSessions.codec.id($0)] } ?? []
        return generated.filter(jobSessions.contains(id:)) + (keptSessions[job] ?? [])
    }

    /// The latest session of a job.
    func lastSession(of job: GUID) -> JobSessionRecord? { sessions(ofJob: job).last.flatMap { jobSessions[$0] } }
}
