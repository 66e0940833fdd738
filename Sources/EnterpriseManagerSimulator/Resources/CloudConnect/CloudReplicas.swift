// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CloudReplica` [cloudreplicas_id].
enum CloudReplicas: CloudResources {
    static let type = "CloudReplica"
    static let path = "cloud/replicas"
    static let noun = "cloud replica"
    static var table: WritableKeyPath<CloudBook, Table<CloudReplicaRecord>> { \.replicas }

    static func register(in router: inout Router) {
        registerReading(in: &router)
        // The first is the address of the method, the second that of the link.
        for path in ["\(path)/*/vmReplicaPoints", "\(CloudReplicaPoints.path)/*/vmReplicaPoints"] {
            router.on(.get, path) { (call, world) throws(Refusal) in
                let points = try record(call, in: world).points
                return CloudReplicaPoints.answer(points.compactMap { world.cloud.points[$0] }, call, world)
            }
        }
    }

    static func links(of replica: CloudReplicaRecord, in world: World) -> [OfferedLink] {
        let points = Address("\(CloudReplicaPoints.path)/\(replica.id)/vmReplicaPoints")
        return [OfferedLink("Down", "CloudVmReplicaPointReferenceList", points)]
    }

    static func content(of replica: CloudReplicaRecord, at now: Duration, in world: World) -> [Content] {
        [.text("Platform", replica.platform)]
    }
}
