// SPDX-License-Identifier: Apache-2.0

/// The world before the first request: small, plausible, and with what a test of a client needs to meet.
///
/// Two backup servers; jobs of all four kinds, one of them failed last night; a scale-out repository that is nearly
/// full; and two repositories with the same name on different servers.
enum DefaultWorld {
    private static let tera = 1 << 40
    private static let giga = 1 << 30

    static func furnish(_ world: inout World) {
        let servers = addServers(&world)
        let repositories = addRepositories(&world, servers)
        addJobs(&world, servers, repositories)
        for number in 0..<max(0, world.configuration.generatedJobs) {
            addGeneratedJob(&world, number, server: servers[number % 2], repositories)
        }
    }

    private static func addServers(_ world: inout World) -> [GUID] {
        let names = [("vbr01.example.test", "Headquarters"), ("vbr02.example.test", "Branch office")]
        for (name, description) in names {
            world.servers.append(
                BackupServerRecord(
                    id: world.generator.guid(),
                    name: name,
                    description: description,
                    version: "12.3.1.1139"
                )
            )
        }
        return world.servers.map(\.id)
    }

    private static func addRepositories(_ world: inout World, _ servers: [GUID]) -> [GUID] {
        let rows: [(String, Int, Int, Int, String)] = [
            ("Default Backup Repository", 0, 500 * giga, 312 * giga, "WindowsLocal"),
            ("Backup Vol 01", 0, 20 * tera, 8 * tera + 140 * giga, "LinuxLocal"),
            ("Backup Vol 02", 0, 20 * tera, 15 * tera, "LinuxLocal"),
            ("Scale-out 1", 0, 120 * tera, 1 * tera + 77 * giga, "Extendable"),
            ("Shared Vol", 0, 8 * tera, 3 * tera, "CifsShare"),
            ("Shared Vol", 1, 8 * tera, 6 * tera, "CifsShare"),
            ("Branch Vol", 1, 12 * tera, 4 * tera, "LinuxLocal"),
        ]
        for (name, server, capacity, free, kind) in rows {
            world.repositories.append(
                RepositoryRecord(
                    id: world.generator.guid(),
                    name: name,
                    server: servers[server],
                    capacity: capacity,
                    freeSpace: free,
                    kind: kind
                )
            )
        }
        return world.repositories.map(\.id)
    }

    private static func addJobs(_ world: inout World, _ servers: [GUID], _ repositories: [GUID]) {
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

        var test = job(&world, "Lab (disabled)", .backup, servers[1], machines: ["lab01"])
        test.repository = repositories[6]
        test.scheduleEnabled = false
        addWithHistory(&world, test, lastResult: "Success")
    }

    private static func addGeneratedJob(_ world: inout World, _ number: Int, server: GUID, _ repositories: [GUID]) {
        let name = "Backup Job \(number + 1)"
        var job = job(&world, name, .backup, server, machines: ["vm\(number + 1)"])
        job.repository = repositories[number % repositories.count]
        world.add(job)
    }

    private static func job(
        _ world: inout World,
        _ name: String,
        _ kind: JobKind,
        _ server: GUID,
        machines: [String]
    ) -> JobRecord {
        var job = JobRecord(id: world.generator.guid(), name: name, kind: kind, server: server)
        job.objects = machines.map { machine in
            let number = world.generator.number(in: 10...9999)
            return ObjectInJobRecord(
                id: world.generator.guid(),
                reference: "urn:VMware:Vm:\(server).vm-\(number)",
                name: machine
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
        world.add(job)
        let nextRun = JobSchedule.nextRun(of: job, at: .zero, world).milliseconds
        let lastRun = nextRun - world.timestamp(.zero).milliseconds - 86_400_000
        let start = Duration.milliseconds(lastRun) + .seconds(world.generator.number(in: 0...59))
        world.add(
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
