// SPDX-License-Identifier: Apache-2.0

/// The computers with agents that are there before the first request: two groups, and a job for each.
enum DefaultAgents {
    static func furnish(_ world: inout World) {
        add(
            "Physical Servers",
            "AgentForWindows",
            [
                ("hyperv01.example.test", "Microsoft Windows Server 2022 (64-bit)"),
                ("legacy01.example.test", "Microsoft Windows Server 2016 (64-bit)"),
                ("pacs01.example.test", "Microsoft Windows Server 2019 (64-bit)"),
            ],
            job: ("Physical Servers Backup", "Success"),
            server: 0,
            &world
        )
        add(
            "Linux Hosts",
            "AgentForLinux",
            [
                ("ora01.example.test", "Oracle Linux Server 9.4 (64-bit)"),
                ("git01.example.test", "Debian GNU/Linux 12 (64-bit)"),
            ],
            job: ("Linux Hosts Backup", "Warning"),
            server: 1,
            &world
        )
    }

    private static func add(
        _ name: String,
        _ platform: String,
        _ computers: [(name: String, system: String)],
        job: (name: String, result: String),
        server: Int,
        _ world: inout World
    ) {
        let server = world.servers[server].id
        let group = ProtectionGroupRecord(
            id: world.agents.generator.guid(),
            name: name,
            server: server,
            platform: platform,
            rescanEnabled: true,
            computers: computers.map { _ in world.agents.generator.guid() }
        )
        world.agents.groups.place(group)
        for (id, computer) in zip(group.computers, computers) {
            world.agents.computers.place(
                DiscoveredComputerRecord(
                    id: id,
                    name: computer.name,
                    server: server,
                    group: group.id,
                    platform: platform,
                    system: computer.system,
                    ip: "192.0.2.\(world.agents.generator.number(in: 10...250))"
                )
            )
        }
        var record = JobRecord(id: world.agents.generator.guid(), name: job.name, kind: .agentBackup, server: server)
        record.platform = platform
        record.description = "Every computer of the group \(name)"
        record.repository = world.repositories.first { $0.server == server && $0.kind == "LinuxLocal" }?.id
        record.hour = 21
        record.objects = [
            ObjectInJobRecord(id: world.agents.generator.guid(), reference: group.reference, name: name)
        ]
        world.agents.jobs.place(AgentJobRecord(job: record, groups: [group.id]))
        let last = world.addLastNight(of: record, result: job.result)
        // A week of restore points, of which Enterprise Manager keeps the last session.
        for night in (0..<7).reversed() {
            let point = world.leaveAgentPoints(of: record.id, at: last.start - .seconds(86_400) * night)
            if night == 0 { world.protection.pointOfSession[last.id] = point }
        }
    }
}
