// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `CdpReplica`: what a CDP policy has made of machines [cdpreplicas_id].
enum CdpReplicas: ListedResource {
    static let audience = Audience.machineRestore
    static let type = "CdpReplica"
    static let path = "cdpReplicas"
    static let noun = "CDP replica"
    static func table(of world: World) -> Table<CdpReplicaRecord> { world.agents.replicas }
    /// See ``CdpPolicies/hubLinks``.
    static var hubLinks: HubLinks { .inferred(type, at: Address(path)) }

    static func register(in router: inout Router) { serve(in: &router) }

    static func reference(_ replica: CdpReplicaRecord, _ world: World) -> Reference {
        reference(
            replica.id,
            replica.name,
            [
                BackupServers.up(replica.server, in: world),
                CdpPolicies.up(replica.policy, name: replica.policyName),
            ]
        )
    }

    static func links(of replica: CdpReplicaRecord, _ call: Call, _ world: World) -> [OfferedLink] {
        [OfferedLink("Down", "CdpReplicaVmReferenceList", part("vms", of: replica.id))]
    }

    /// UIDs stand here without their beginning [cdpreplicas_id].
    static func content(of replica: CdpReplicaRecord, _ call: Call, _ world: World) -> [Content] {
        [
            .text("BackupServer", world.server(replica.server)?.name ?? ""),
            .text("PolicyUid", replica.policy.description),
            .text("PolicyName", replica.policyName),
        ]
    }
}
