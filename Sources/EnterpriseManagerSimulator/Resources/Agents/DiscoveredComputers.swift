// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `DiscoveredComputer` [agents_discoveredcomputers_id].
///
/// All are reachable and have an agent: other states are in no page.
enum DiscoveredComputers: ListedResource {
    static let type = "DiscoveredComputer"
    static let path = "agents/discoveredComputers"
    static let noun = "discovered computer"
    static func table(of world: World) -> Table<DiscoveredComputerRecord> { world.agents.computers }

    static func register(in router: inout Router) { serve(in: &router) }

    static func reference(_ computer: DiscoveredComputerRecord, _ world: World) -> Reference {
        reference(
            computer.id,
            computer.name,
            [
                BackupServers.up(computer.server, in: world),
                ProtectionGroups.up(computer.group, name: world.agents.groups[computer.group]?.name),
            ]
        )
    }

    static func content(of computer: DiscoveredComputerRecord, _ call: Call, _ world: World) -> [Content] {
        [
            .text("HostStatus", "Online"), .text("AgentVersion", "6.3.1.1074"), .text("AgentStatus", "Installed"),
            .text("OsVersion", computer.system), .text("IpAddress", computer.ip),
            .text("HierarchyObjRef", computer.reference),
        ]
    }
}
