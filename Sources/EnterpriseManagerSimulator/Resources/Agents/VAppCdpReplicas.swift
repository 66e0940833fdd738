// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `VAppCdpReplica`: what a CDP policy has made of a vApp [cdpreplica_vapps_id].
enum VAppCdpReplicas: ListedResource {
    static let audience = Audience.machineRestore
    static let type = "VAppCdpReplica"
    static let path = "cdpReplica/vApps"
    static let noun = "CDP replica"
    static func table(of world: World) -> Table<CdpReplicaRecord> { world.agents.vApps }
    /// The list is typed by its root, without a List behind it [mapping_link_types_to_xml_schema]; see
    /// ``CdpPolicies/hubLinks``.
    static var hubLinks: HubLinks {
        HubLinks(inferred: [
            OfferedLink("Down", type + "ReferenceList", Address(path)),
            OfferedLink("Down", type + "s", Address(path).entity),
        ])
    }
    /// Queries do not know vApps [query_type].
    static var queries: [QuerySource] { [] }

    static func register(in router: inout Router) { serve(in: &router) }

    /// The server is linked as an entity [cdpreplica_vapps_id].
    static func reference(_ replica: CdpReplicaRecord, _ world: World) -> Reference {
        reference(
            replica.id,
            replica.name,
            [
                OfferedLink(
                    "Up",
                    "BackupServer",
                    BackupServers.one(replica.server).entity,
                    name: world.server(replica.server)?.name
                ),
                CdpPolicies.up(replica.policy, name: replica.policyName),
            ]
        )
    }

    static func links(of replica: CdpReplicaRecord, _ call: Call, _ world: World) -> [OfferedLink] {
        [OfferedLink("Down", "VAppCdpReplicaVmReferenceList", part("vms", of: replica.id))]
            + CdpFailovers.links(at: one(replica.id))
    }

    static func content(of replica: CdpReplicaRecord, _ call: Call, _ world: World) -> [Content] {
        [
            // JSON begins it with a capital, as it does other names with a small v [put_cloud].
            .element(Element("vAppRef", text: .text(replica.vApp ?? "")), jsonName: "VAppRef"),
            .text("ReplicaUid", replica.id.description),
            .text("BackupServer", world.server(replica.server)?.name ?? ""),
            .text("PolicyUid", replica.policy.description),
            .text("PolicyName", replica.policyName),
        ]
    }
}
