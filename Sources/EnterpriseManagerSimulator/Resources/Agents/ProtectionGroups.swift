// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `AgentProtectionGroup` [agents_protectiongroups_id].
enum ProtectionGroups: ListedResource {
    static let type = "AgentProtectionGroup"
    static let path = "agents/protectionGroups"
    static let noun = "protection group"
    static func table(of world: World) -> Table<ProtectionGroupRecord> { world.agents.groups }

    static func register(in router: inout Router) {
        serve(in: &router)
        router.on(.get, path + "/*/discoveredComputers") { (call, world) throws(Refusal) in
            let ids = try record(call, in: world).computers
            return DiscoveredComputers.answer(ids.compactMap { world.agents.computers[$0] }, call, world)
        }
    }

    static func reference(_ group: ProtectionGroupRecord, _ world: World) -> Reference {
        reference(group.id, group.name, [BackupServers.up(group.server, in: world)])
    }

    static func links(of group: ProtectionGroupRecord, _ call: Call, _ world: World) -> [OfferedLink] {
        [OfferedLink("Down", "DiscoveredComputerList", part("discoveredComputers", of: group.id).entity)]
    }

    static func content(of group: ProtectionGroupRecord, _ call: Call, _ world: World) -> [Content] {
        [
            .value("RescanScheduleEnabled", .boolean(group.rescanEnabled)),
            .text("HierarchyObjRef", group.reference),
        ]
    }
}
