// SPDX-License-Identifier: Apache-2.0

extension World {
    /// The computers that a job of agents processes.
    func computers(of job: AgentJobRecord) -> [DiscoveredComputerRecord] {
        job.groups.flatMap { agents.groups[$0]?.computers ?? [] }.compactMap { agents.computers[$0] }
    }

    /// Lets a session of a job of agents have its task sessions, and leave restore points behind when it ends well.
    mutating func protectComputers(by session: JobSessionRecord) {
        guard let job = agents.jobs[session.job] else { return }
        let machines = computers(of: job).map { ProtectionBook.Subject(name: $0.name, reference: $0.reference) }
        protection.openTasks(of: session, machines: machines)
        plan(at: session.plannedEnd) { world, now in
            guard let session = world.jobSessions[session.id], session.result(at: now) != "Failed" else { return }
            let point = world.leaveAgentPoints(of: session.job, at: session.start)
            if let point { world.protection.pointOfSession[session.id] = point }
        }
    }

    /// Adds what a run of a job of agents leaves behind: a restore point with its file, and one of each computer.
    @discardableResult mutating func leaveAgentPoints(of id: GUID, at time: Duration) -> GUID? {
        guard let job = agents.jobs[id], let backup = agentBackup(of: job.job) else { return nil }
        let isFull = backup.points.isEmpty
        let point = protection.addPoint(to: backup, machines: [], at: time, place(of: backup, at: time))
        guard let file = protection.points[point]?.file else { return point }
        for (index, computer) in computers(of: job).enumerated() {
            let record = AgentRestorePointRecord(
                id: agents.generator.guid(),
                computer: computer.name,
                isLinux: computer.platform == "AgentForLinux",
                server: backup.server,
                backup: backup.id,
                point: point,
                file: file,
                time: time + .seconds(20 + index),
                isFull: isFull
            )
            agents.points.add(record)
            agents.pointsOfRun[point, default: []].append(record.id)
        }
        return point
    }

    /// The backup that a job of agents writes to, made when it runs for the first time.
    private mutating func agentBackup(of job: JobRecord) -> BackupRecord? {
        if let backup = protection.backupOfJob[job.id].flatMap({ protection.backups[$0] }) { return backup }
        guard let repository = job.repository else { return nil }
        let backup = BackupRecord(
            id: agents.generator.guid(),
            name: job.name,
            server: job.server,
            repository: repository,
            platform: job.platform,
            kind: "Standard",
            job: job.id
        )
        protection.enter(backup, in: \.backups)
        protection.backupOfJob[job.id] = backup.id
        agents.backups.append(backup.id)
        return backup
    }
}
