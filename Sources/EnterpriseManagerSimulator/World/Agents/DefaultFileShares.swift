// SPDX-License-Identifier: Apache-2.0

/// The file shares that are there before the first request, an SMB share and an NFS export, and their jobs.
enum DefaultFileShares {
    static func furnish(_ world: inout World) {
        add("\\\\files01.example.test\\projects", isShare: true, "Project Files Backup", "Success", &world)
        add("nfs01.example.test:/export/home", isShare: false, "Home Directories Backup", "Failed", &world)
    }

    private static func add(
        _ path: String,
        isShare: Bool,
        _ jobName: String,
        _ result: String,
        _ world: inout World
    ) {
        let server = world.servers[0].id
        let source = FileServerRecord(
            id: world.agents.generator.guid(),
            name: path,
            server: server,
            cache: world.repositories.exceptional[0].id,
            credentials: isShare ? world.agents.generator.guid() : nil
        )
        world.agents.fileServers.place(source)
        var job = JobRecord(id: world.agents.generator.guid(), name: jobName, kind: .nasBackup, server: server)
        job.description = "Changed files, every night"
        job.repository = world.repositories.exceptional[2].id
        job.hour = 20
        let object = NasObjectRecord(id: world.agents.generator.guid(), fileServer: source.id, path: path)
        world.agents.nasJobs.place(NasJobRecord(job: job, objects: [object]))
        world.addLastNight(
            of: job,
            result: result,
            failure: result == "Failed" ? "Failed to connect to \(path)" : nil
        )
    }
}
