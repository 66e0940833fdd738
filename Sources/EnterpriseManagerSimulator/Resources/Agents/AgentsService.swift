// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `Agents`, the service of computers with agents, and the sessions of their jobs [agents].
enum AgentsService: ResourceFamily {
    private static let service = Address("agents")
    static var hubLinks: HubLinks { HubLinks(services: [OfferedLink("Down", "AgentsService", service)]) }

    static func register(in router: inout Router) {
        router.on(.get, "agents") { (_, _) throws(Refusal) in
            .ok(Element("Agents", Identity(type: "AgentsService", address: service), links: links))
        }
        router.on(.get, "agents/backupSessions") { (call, world) throws(Refusal) in
            JobSessions.list(SideSessions.ids(of: .agentBackup, in: world), .backup, call, world)
        }
    }

    /// References first, then entities; jobs are typed as other jobs are.
    private static var links: [OfferedLink] {
        let lists = [
            ("Job", AgentJobs.path), ("BackupJobSession", "agents/backupSessions"),
            ("AgentProtectionGroup", ProtectionGroups.path), ("DiscoveredComputer", DiscoveredComputers.path),
        ]
        return lists.map { OfferedLink("Down", $0.0 + "ReferenceList", Address($0.1)) }
            + lists.map { OfferedLink("Down", $0.0 + "List", Address($0.1).entity) }
    }
}
