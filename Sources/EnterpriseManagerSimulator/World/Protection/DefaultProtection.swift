// SPDX-License-Identifier: Apache-2.0

/// What was protected before the first request: a week of restore points of every job, one night short where the last
/// run failed; what was imported from Cloud Director; a failover plan; and yesterday's restores.
enum DefaultProtection {
    /// How many nights backups and replicas go back; copies are younger.
    private static let nights = (sources: 7, copies: 3)
    private static let day = Duration.seconds(86_400)

    static func furnish(_ world: inout World) {
        let jobs = world.jobs.exceptional
        for job in jobs {
            guard let last = world.lastSession(of: job.id) else { continue }
            let copies = jobs.filter { $0.linkedJobs.contains { $0.target == job.id } }
            addRuns(of: job, copies, last, &world)
        }
        addVApps(&world)
        addPlans(&world)
        addRestores(&world)
    }

    private static func addRuns(
        of job: JobRecord,
        _ copies: [JobRecord],
        _ last: JobSessionRecord,
        _ world: inout World
    ) {
        let machines = world.machines(of: job)
        placeBackup(of: job, copies, &world)
        for night in (1..<(job.kind.isCopy ? nights.copies : nights.sources)).reversed() {
            let earlier = JobSessionRecord(
                id: world.protection.generator.guid(),
                job: job.id,
                jobName: job.name,
                kind: job.kind,
                server: job.server,
                start: last.start - day * night,
                plannedEnd: last.plannedEnd - day * night,
                plannedResult: "Success",
                isRetry: false
            )
            world.leavePoints(of: earlier, machines: machines)
            // Its session is older than what Enterprise Manager keeps.
            world.protection.pointOfSession[earlier.id] = nil
        }
        world.protection.openTasks(of: last, machines: machines)
        if last.plannedResult != "Failed" { world.leavePoints(of: last, machines: machines) }
    }

    /// The backup that copy jobs already have in their list of linked backups is that of their source.
    private static func placeBackup(of job: JobRecord, _ copies: [JobRecord], _ world: inout World) {
        guard job.kind == .backup, let repository = job.repository else { return }
        let known = copies.flatMap(\.linkedBackups).map(\.target).first { world.protection.backups[$0] == nil }
        let backup = BackupRecord(
            id: known ?? world.protection.generator.guid(),
            name: job.name,
            server: job.server,
            repository: repository,
            platform: job.platform,
            kind: "Standard",
            job: job.id
        )
        world.protection.backupOfJob[job.id] = backup.id
        world.protection.enter(backup, in: \.backups)
    }

    /// A backup and a replica of a vApp that came from elsewhere: no job here writes them.
    private static func addVApps(_ world: inout World) {
        guard let repository = world.repositories.first, let server = world.server(repository.server) else { return }
        let vApp = subject("shop", "Vapp", server.id, &world)
        let machines = ["shop-web", "shop-db"].map { subject($0, "Vm", server.id, &world) }
        let backup = BackupRecord(
            id: world.protection.generator.guid(),
            name: "Tenant vApps (imported)",
            server: server.id,
            repository: repository.id,
            platform: "vCloud",
            kind: "Standard"
        )
        world.protection.enter(backup, in: \.backups)
        let replica = ReplicaRecord(
            id: world.protection.generator.guid(),
            name: "Tenant vApp Replica",
            server: server.id,
            repository: repository.id,
            platform: "vCloud"
        )
        world.protection.enter(replica, in: \.replicas)
        for night in (1...2).reversed() {
            let time = Duration.seconds(-18_000) - day * night
            let place = world.place(of: backup, at: time)
            _ = world.protection.addPoint(to: backup, machines: machines, vApps: [vApp], at: time, place)
            let points = world.protection.addPoints(to: replica, machines: machines, at: time + .seconds(3600))
            let point = VAppReplicaPointRecord(
                id: world.protection.generator.guid(),
                vApp: vApp.name,
                reference: vApp.reference,
                server: server.id,
                replica: replica.id,
                time: time + .seconds(3610),
                isFull: night == 2,
                machines: points
            )
            world.protection.enter(point, in: \.vAppReplicaPoints)
        }
    }

    private static func subject(
        _ name: String,
        _ type: String,
        _ root: GUID,
        _ world: inout World
    ) -> ProtectionBook.Subject {
        let id = world.protection.generator.guid()
        let reference = "urn:vCloud:\(type):\(root).urn:vcloud:\(type.lowercased()):\(id)"
        return ProtectionBook.Subject(name: name, reference: reference)
    }

    private static func addPlans(_ world: inout World) {
        for replica in Array(world.protection.replicas.records) where replica.job != nil {
            let points = replica.points.compactMap { world.protection.replicaPoints[$0] }
            var machines: [FailoveredVmRecord] = []
            for point in points where !machines.contains(where: { $0.name == point.machine }) {
                let id = world.protection.generator.guid()
                machines.append(FailoveredVmRecord(id: id, reference: point.reference, name: point.machine))
            }
            let plan = FailoverPlanRecord(
                id: world.protection.generator.guid(),
                name: replica.name + " Plan",
                server: replica.server,
                description: "What moves to the branch office if headquarters fail",
                machines: machines
            )
            world.protection.enter(plan, in: \.plans)
        }
    }

    /// Somebody lost a file yesterday; a machine was restored the day before.
    private static func addRestores(_ world: inout World) {
        let points = world.protection.machinePoints
        for (kind, title, machine, ago) in [
            ("FileLevelRestore", "FLR_[files01]", "files01", 1), ("RestoreVm", "web02", "web02", 2),
        ] {
            guard let point = world.protection.catalog.points(of: machine).first.flatMap({ points[$0] }) else {
                continue
            }
            let start = Duration.seconds(7200) - day * ago
            let session = RestoreSessionRecord(
                id: world.protection.generator.guid(),
                title: title,
                kind: kind,
                server: point.server,
                machine: machine,
                point: point.id,
                reference: kind == "RestoreVm" ? point.reference : nil,
                start: start,
                end: start + .seconds(world.protection.generator.number(in: 60...1800)),
                plannedResult: "Success"
            )
            world.protection.enter(session, in: \.restores)
        }
    }
}
