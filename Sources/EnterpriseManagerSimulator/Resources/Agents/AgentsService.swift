// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `Agents`, the service of computers with agents, and what their jobs did and left behind [agents].
enum AgentsService: ResourceFamily {
    static let audience = Audience.everyone
    private static let service = Address("agents")
    static var hubLinks: HubLinks { HubLinks(services: [OfferedLink("Down", "AgentsService", service)]) }

    static func register(in router: inout Router) {
        router.on(.get, "agents") { (_, _) throws(Refusal) in
            .ok(Element("Agents", Identity(type: "AgentsService", address: service), links: links))
        }
        router.on(.get, "agents/backupSessions", roles: .portal) { (call, world) throws(Refusal) in
            JobSessions.list(SideSessions.ids(of: .agentBackup, in: world), .backup, call, world)
        }
        router.on(.get, "agents/backups", roles: .portal) { (call, world) throws(Refusal) in
            Backups.answer(backups(in: world), call, world)
        }
        router.on(.get, "agents/restorePoints") { (call, world) throws(Refusal) in
            RestorePoints.answer(points(in: world), call, world)
        }
        router.on(.get, "agents/backupFiles", roles: .portal) { (call, world) throws(Refusal) in
            BackupFiles.answer(points(in: world).compactMap { world.protection.files[$0.file] }, call, world)
        }
    }

    /// For all families of agents, file shares and CDP.
    static func forget(server id: GUID, in world: inout World) {
        let gone = Set(backups(in: world).filter { $0.server == id }.map(\.id))
        world.agents.backups.removeAll(where: gone.contains)
        world.agents.forget(server: id)
    }

    private static func backups(in world: World) -> [BackupRecord] {
        world.agents.backups.compactMap { world.protection.backups[$0] }
    }

    private static func points(in world: World) -> [RestorePointRecord] {
        backups(in: world).flatMap(\.points).compactMap { world.protection.points[$0] }
    }

    /// References first, then entities; jobs are typed as other jobs are, files as restore points [agents].
    private static var links: [OfferedLink] {
        let lists = [
            ("Job", AgentJobs.path), (AgentRestorePoints.type, AgentRestorePoints.path), ("Backup", "agents/backups"),
            ("RestorePoint", "agents/restorePoints"), ("RestorePoint", "agents/backupFiles"),
            ("BackupJobSession", "agents/backupSessions"), (ProtectionGroups.type, ProtectionGroups.path),
            (DiscoveredComputers.type, DiscoveredComputers.path),
        ]
        return lists.map { OfferedLink("Down", $0.0 + "ReferenceList", Address($0.1)) }
            + lists.map { OfferedLink("Down", $0.0 + "List", Address($0.1).entity) }
    }
}
