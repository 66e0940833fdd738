// SPDX-License-Identifier: Apache-2.0

/// The jobs of the default world, each with the session of the night before the clock began.
enum DefaultJobs {
    static func furnish(_ world: inout World) {
        let servers = world.firstServers
        let repositories = world.repositories.exceptional.map(\.id)

        var nightly = job(&world, "Nightly", .backup, servers[0], machines: ["web01", "web02", "files01"])
        nightly.repository = repositories[1]
        nightly.description = "All application servers, every night"
        addWithHistory(&world, nightly, lastResult: "Success")

        var sql = job(&world, "SQL Servers", .backup, servers[0], machines: ["sql01", "sql02"])
        sql.repository = repositories[3]
        sql.description = "Databases with their logs"
        sql.hour = 23
        addWithHistory(
            &world,
            sql,
            lastResult: "Failed",
            failure: "Processing sql02 Error: Not enough space on repository Scale-out 1"
        )

        var replica = job(&world, "DC Replication", .replica, servers[1], machines: ["dc01"])
        replica.description = "Domain controller, kept warm in the branch office"
        addWithHistory(&world, replica, lastResult: "Success")

        var archive = job(&world, "Archive Copy", .backupCopy, servers[0], machines: [])
        archive.repository = repositories[2]
        archive.platform = "CustomPlatform"
        archive.description = "Monthly archive, made before the last upgrade"
        archive.linkedJobs = [LinkedRecord(id: world.generator.guid(), target: sql.id)]
        addWithHistory(&world, archive, lastResult: "Warning")

        var offsite = job(&world, "Offsite Copy", .immediateBackupCopy, servers[0], machines: [])
        offsite.repository = repositories[5]
        offsite.platform = "CustomPlatform"
        offsite.description = "Second copy in the branch office"
        offsite.linkedJobs = [LinkedRecord(id: world.generator.guid(), target: nightly.id)]
        offsite.linkedRepositories = [LinkedRecord(id: world.generator.guid(), target: repositories[0])]
        offsite.linkedBackups = [LinkedRecord(id: world.generator.guid(), target: world.generator.guid())]
        addWithHistory(&world, offsite, lastResult: "Success")

        var test = job(&world, "Lab (disabled)", .backup, servers[1], on: .hyperV, machines: ["lab01"])
        test.repository = repositories[6]
        test.scheduleEnabled = false
        addWithHistory(&world, test, lastResult: "Success")
    }

    private static func job(
        _ world: inout World,
        _ name: String,
        _ kind: JobKind,
        _ server: GUID,
        on platform: HierarchyPlatform = .vmware,
        machines: [String]
    ) -> JobRecord {
        var job = JobRecord(id: world.generator.guid(), name: name, kind: kind, server: server)
        job.platform = platform.rawValue
        guard let root = world.infrastructure.root(of: platform, on: server) else { return job }
        for machine in machines {
            let number = world.generator.number(in: 10...9999)
            let id = world.generator.guid()
            let object = platform == .hyperV ? world.generator.guid().description : "vm-\(number)"
            let reference = platform.reference("Vm", object, root: root)
            job.objects.append(ObjectInJobRecord(id: id, reference: reference, name: machine))
            world.infrastructure.items.append(
                HierarchyItemRecord(root: root, type: "Vm", name: machine, reference: reference)
            )
        }
        return job
    }

    /// Adds a job and the session of the night before the clock began.
    private static func addWithHistory(
        _ world: inout World,
        _ job: JobRecord,
        lastResult: String,
        failure: String? = nil
    ) {
        world.jobs.place(job)
        let start =
            JobSchedule.lastRun(of: job, before: .zero, world.configuration)
            + .seconds(world.generator.number(in: 0...59))
        world.place(
            JobSessionRecord(
                id: world.generator.guid(),
                job: job.id,
                jobName: job.name,
                kind: job.kind,
                server: job.server,
                start: start,
                plannedEnd: start + .seconds(world.generator.number(in: 300...5400)),
                plannedResult: lastResult,
                isRetry: false,
                failure: failure
            )
        )
    }
}
