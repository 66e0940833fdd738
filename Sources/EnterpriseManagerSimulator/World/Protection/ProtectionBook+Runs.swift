// SPDX-License-Identifier: Apache-2.0

extension World {
    /// The machines that a job processes; copy jobs process those of their sources.
    func machines(of job: JobRecord) -> [ProtectionBook.Subject] {
        let objects = job.kind.isCopy ? job.linkedJobs.flatMap { jobs[$0.target]?.objects ?? [] } : job.objects
        return objects.map(ProtectionBook.Subject.init)
    }

    /// Lets a session that begins have its task sessions, and leave restore points behind when it ends well.
    ///
    /// - Parameter machines: what it processes; nil for everything in its job.
    mutating func protect(
        by session: JobSessionRecord,
        machines: [ProtectionBook.Subject]? = nil,
        into backup: BackupRecord? = nil
    ) {
        let machines = machines ?? jobs[session.job].map { self.machines(of: $0) } ?? []
        protection.openTasks(of: session, machines: machines)
        guard session.plannedResult != "Failed" else { return }
        plan(at: session.plannedEnd) { world, now in
            guard let session = world.jobSessions[session.id], session.result(at: now) != "Failed" else { return }
            world.leavePoints(of: session, machines: machines, into: backup)
        }
    }

    /// Adds what a session has left behind, at the time of its beginning.
    mutating func leavePoints(
        of session: JobSessionRecord,
        machines: [ProtectionBook.Subject],
        into given: BackupRecord? = nil
    ) {
        if session.kind == .replica {
            guard let replica = replica(of: session) else { return }
            let points = protection.addPoints(to: replica, machines: machines, at: session.start)
            return protection.settle(session, points)
        }
        guard let backup = given ?? backup(of: session) else { return }
        if protection.backups[backup.id] == nil { protection.enter(backup, in: \.backups) }
        guard session.kind.isCopy else {
            let place = place(of: backup, at: session.start)
            let point = protection.addPoint(to: backup, machines: machines, at: session.start, place)
            protection.pointOfSession[session.id] = point
            return protection.settle(session, protection.points[point]?.machines ?? [])
        }
        var points: [GUID] = []
        for machine in machines {
            let place = place(of: backup, at: session.start)
            let child = protection.child(of: backup, for: machine.name)
            let point = protection.addPoint(to: child, machines: [machine], at: session.start, place)
            points += protection.points[point]?.machines ?? []
        }
        protection.settle(session, points)
    }

    /// Where a file of a backup goes.
    func place(of backup: BackupRecord, at time: Duration) -> ProtectionBook.Place {
        ProtectionBook.Place(stamp: timestamp(time), repositoryKind: repository(backup.repository)?.kind)
    }

    /// The backup that a session writes to, made when a job runs for the first time.
    private mutating func backup(of session: JobSessionRecord) -> BackupRecord? {
        if let backup = protection.backup(ofJob: session.job) { return backup }
        guard let job = jobs[session.job], let repository = job.repository else { return nil }
        let backup = BackupRecord(
            id: protection.generator.guid(),
            name: job.name,
            server: job.server,
            repository: repository,
            platform: job.platform,
            kind: job.kind.isCopy ? "ParentBackup" : "Standard",
            job: job.id
        )
        protection.backupOfJob[job.id] = backup.id
        return backup
    }

    private mutating func replica(of session: JobSessionRecord) -> ReplicaRecord? {
        if let replica = protection.replicaOfJob[session.job].flatMap({ protection.replicas[$0] }) { return replica }
        guard let job = jobs[session.job],
            let repository = repositories.first(where: { $0.server == job.server }) ?? repositories.first
        else { return nil }
        let replica = ReplicaRecord(
            id: protection.generator.guid(),
            name: job.name,
            server: job.server,
            repository: repository.id,
            platform: job.platform,
            job: job.id
        )
        protection.replicaOfJob[job.id] = replica.id
        protection.enter(replica, in: \.replicas)
        return replica
    }
}

extension ProtectionBook {
    /// Opens the task sessions of a session, one for each machine, one after the other.
    mutating func openTasks(of session: JobSessionRecord, machines: [Subject]) {
        guard !machines.isEmpty else { return }
        let slice = (session.plannedEnd - session.start) / (machines.count + 1)
        // Who is named by the failure has failed; if nobody is, the first.
        let culprit = machines.firstIndex { session.failure?.contains($0.name) ?? false } ?? 0
        for (index, machine) in machines.enumerated() {
            let isCulprit = index == culprit
            let task = TaskSessionRecord(
                id: generator.guid(),
                session: session.id,
                kind: session.kind.sessions,
                server: session.server,
                machine: machine.name,
                reference: machine.reference,
                start: session.start + slice / 4 + slice * index,
                plannedEnd: session.start + slice * (index + 1),
                plannedResult: isCulprit ? session.plannedResult : "Success",
                reason: isCulprit && session.plannedResult == "Failed" ? session.failure ?? "" : "",
                size: generator.number(in: 40...120) << 30
            )
            enter(task, in: task.kind == .backup ? \.backupTasks : \.replicaTasks)
            tasksOfSession[session.id, default: []].append(task.id)
        }
    }

    /// Lets the task sessions of a session know what they left behind, in the order of machines.
    fileprivate mutating func settle(_ session: JobSessionRecord, _ points: [GUID]) {
        for (task, point) in zip(tasksOfSession[session.id] ?? [], points) {
            let table = session.kind == .replica ? \ProtectionBook.replicaTasks : \ProtectionBook.backupTasks
            self[keyPath: table].update(task) { $0.point = point }
        }
    }

    /// The part of a copy that holds one machine, made when it is copied for the first time.
    fileprivate mutating func child(of backup: BackupRecord, for machine: String) -> BackupRecord {
        let children = (backups[backup.id]?.children ?? []).compactMap { backups[$0] }
        if let child = children.first(where: { $0.machine == machine }) { return child }
        let child = BackupRecord(
            id: generator.guid(),
            name: backup.name + " - " + machine,
            server: backup.server,
            repository: backup.repository,
            platform: backup.platform,
            kind: "ChildBackup",
            job: backup.job,
            machine: machine
        )
        enter(child, in: \.backups)
        backups.update(backup.id) { $0.children.append(child.id) }
        return child
    }
}
