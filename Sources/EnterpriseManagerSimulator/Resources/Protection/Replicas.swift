// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `Replica` [replicas_id, get_replicas_id].
enum Replicas: KeyResource {
    static let audience = Audience.everyone
    static let type = "Replica"
    static let path = "replicas"
    static let noun = "replica"
    static func table(of world: World) -> Table<ReplicaRecord> { world.protection.replicas }

    static func register(in router: inout Router) {
        serve(in: &router)
        serve("vmReplicaPoints", of: VmReplicaPoints.self, in: &router) { $0.points }
        router.on(.get, "repositories/*/replicas") { (call, world) throws(Refusal) in
            let id = try call.id(type: "Repository")
            guard world.repository(id) != nil else { throw Refusal.missing("repository", id) }
            return answer(world.protection.replicas.records.filter { $0.repository == id }, call, world)
        }
    }

    static func links(ofRepository id: GUID) -> [OfferedLink] {
        [OfferedLink("Down", "ReplicaReferenceList", Address("repositories/\(id)/replicas"))]
    }

    static func reference(_ replica: ReplicaRecord, _ world: World) -> Reference {
        Reference(
            type: type,
            name: replica.name,
            uid: UID(type, replica.id),
            address: one(replica.id),
            links: ups(replica, world) + [points(replica)]
        )
    }

    static func entity(_ replica: ReplicaRecord, at now: Duration, _ world: World) -> Element {
        let reference = reference(replica, world)
        return Element(
            type,
            reference.entityIdentity,
            links: ups(replica, world) + [reference.alternate, points(replica)],
            content: [.text("Platform", replica.platform)]
        )
    }

    private static func ups(_ replica: ReplicaRecord, _ world: World) -> [OfferedLink] {
        let repository = OfferedLink(
            "Up",
            "RepositoryReference",
            Repositories.one(replica.repository),
            name: world.repository(replica.repository)?.name
        )
        return [repository, BackupServers.up(replica.server, in: world)]
    }

    private static func points(_ replica: ReplicaRecord) -> OfferedLink {
        OfferedLink("Down", "VmReplicaPointReferenceList", part("vmReplicaPoints", of: replica.id))
    }
}
