// SPDX-License-Identifier: Apache-2.0

/// What restore points and replica points of machines and vApps have in common: they differ in names, in what they
/// lead to, and in what can be done with them [vmrestorepoints_id, vapprestorepoints_id, vmreplicapoints_id,
/// vappreplicapoints_id].
protocol StatePoints: KeyResource where Record: StateRecord {
    /// `Vm` or `VApp`, with which names of members begin.
    static var subject: String { get }
    /// The relation of the action, `Restore` or `Failover`.
    static var action: String { get }
    /// The links to what it is a part of, beside its backup server.
    static func ups(of point: Record, _ world: World) -> [OfferedLink]
    /// The last links of the entity.
    static func downs(of point: Record, _ world: World) -> [OfferedLink]
    /// The last members of the entity.
    static func details(of point: Record, _ world: World) -> [Content]
}

extension StatePoints {
    static var audience: Audience { .machineRestore }

    static func downs(of point: Record, _ world: World) -> [OfferedLink] { [] }

    static func name(_ point: Record, _ world: World) -> String {
        point.subject + "@" + world.timestamp(point.time).inName
    }

    static func reference(_ point: Record, _ world: World) -> Reference {
        Reference(
            type: type,
            name: name(point, world),
            uid: UID(type, point.id),
            address: one(point.id),
            links: [BackupServers.up(point.server, in: world)] + ups(of: point, world)
        )
    }

    static func entity(_ point: Record, at now: Duration, _ world: World) -> Element {
        let reference = reference(point, world)
        return Element(
            type,
            reference.entityIdentity,
            attributes: [(subject + "DisplayName", .text(point.subject))],
            links: [OfferedLink(action, nil, Address(path, point.id, action: action.lowercased()))]
                + reference.links + [reference.alternate] + downs(of: point, world),
            content: [
                .text("CreationTimeUTC", world.timestamp(point.time).iso),
                .text(subject + "Name", point.subject),
                .text("Algorithm", point.isFull ? "Full" : "Incremental"),
            ] + details(of: point, world)
        )
    }
}
