// SPDX-License-Identifier: Apache-2.0

/// The world before the first request: small, plausible, and with what a test of a client needs to meet.
///
/// Two backup servers; jobs of all four kinds, one of them failed last night and one ended with a warning; a scale-out
/// repository that is nearly full; and two repositories with the same name on different servers.
enum DefaultWorld {
    private static let tera = 1 << 40
    private static let giga = 1 << 30

    static func furnish(_ world: inout World) {
        addServers(&world)
        DefaultInfrastructure.addManagedServers(&world)
        addRepositories(&world)
        let generated = generate(in: &world)
        DefaultJobs.furnish(&world)
        world.infrastructure.managedServers.generate(world.population.hosts, generated.host)
    }

    private static func addServers(_ world: inout World) {
        let names = [("vbr01.example.test", "Headquarters"), ("vbr02.example.test", "Branch office")]
        for (name, description) in names {
            world.servers.append(
                BackupServerRecord(
                    id: world.generator.guid(),
                    name: name,
                    description: description,
                    version: BackupServers.version
                )
            )
        }
        world.firstServers = world.servers.map(\.id)
    }

    private static func addRepositories(_ world: inout World) {
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
            world.repositories.place(
                RepositoryRecord(
                    id: world.generator.guid(),
                    name: name,
                    server: world.firstServers[server],
                    capacity: capacity,
                    freeSpace: free,
                    kind: kind
                )
            )
        }
    }

    private static func generate(in world: inout World) -> GeneratedRecords {
        let generated = GeneratedRecords(world)
        world.repositories.generate(world.population.repositories, generated.repository)
        world.jobs.generate(world.population.jobs, generated.job)
        world.jobSessions.generate(world.population.jobs, generated.session)
        return generated
    }
}
