// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `VSphereSelfServiceConfig`: what self-service allows users and groups of vSphere
/// [get_selfservice_vsphere_configs_id, selfservice_vsphere_configs_id].
enum SelfServiceConfigs: ResourceFamily {
    static let audience = Audience.administrators
    static let list = Address("selfService/vSphere/Configs")
    static func one(_ id: GUID) -> Address { Address("selfService/vSphere/Configs/\(id)") }
    private static func settings(_ id: GUID) -> Address {
        Address("selfService/vSphere/Configs/\(id)/backupJobSettings")
    }

    static func register(in router: inout Router) {
        router.on(.get, "selfService/vSphere/Configs") { (call, world) throws(Refusal) in
            let records = world.portal.selfService.records
            return call.query.wantsEntity
                ? .ok(
                    .list(
                        "VSphereSelfServiceConfigs",
                        of: "VSphereSelfServiceConfig",
                        records.map { entity($0, world) }
                    )
                )
                : .ok(Reference.list(records.map { reference($0, world) }))
        }
        router.on(.get, "selfService/vSphere/Configs/*") { (call, world) throws(Refusal) in
            let record = try record(call, in: world)
            return .ok(call.query.wantsEntity ? entity(record, world) : reference(record, world).element())
        }
        router.on(.get, "selfService/vSphere/Configs/*/backupJobSettings") { (call, world) throws(Refusal) in
            .ok(page(try record(call, in: world), world))
        }
        registerChanges(in: &router)
    }

    static func record(_ call: Call, in world: World) throws(Refusal) -> SelfServiceConfigRecord {
        let id = try call.id(type: "VSphereSelfServiceConfig")
        guard let record = world.portal.selfService[id] else {
            throw Refusal.missing("self-service configuration", id)
        }
        return record
    }

    static func reference(_ record: SelfServiceConfigRecord, _ world: World) -> Reference {
        Reference(
            type: "VSphereSelfServiceConfig",
            name: record.name,
            uid: record.uid,
            address: one(record.id),
            links: [BackupServers.up(record.server, in: world)]
        )
    }

    static func entity(_ record: SelfServiceConfigRecord, _ world: World) -> Element {
        let reference = reference(record, world)
        return Element(
            "VSphereSelfServiceConfig",
            reference.entityIdentity,
            links: reference.links + [
                reference.alternate,
                OfferedLink("Edit", "VSphereSelfServiceConfigReference", one(record.id), name: record.name),
                OfferedLink("Delete", nil, one(record.id)),
                OfferedLink("Down", "VSphereSelfServiceConfigJobSettings", settings(record.id), name: record.name),
            ],
            content: [
                .text("BackupServerUid", UID("BackupServer", record.server).description),
                .text("RepositoryUid", UID("Repository", record.repository).description),
                .value("QuotaGb", .number(record.quota)),
                .value("PerUser", .boolean(record.isPerUser)),
                .group(
                    "Account",
                    [
                        .text("AccountName", record.name), .text("AccountSid", record.sid),
                        .text("AccountType", record.accountType),
                    ]
                ),
                SelfServiceSettings.userJobs(record.jobs),
                .texts(
                    "VCentersScope",
                    of: "VCenterUid",
                    record.vCenters.map { UID("ManagedServer", $0).description }
                ),
                .texts("Tags", of: "Tag", record.tags),
                .value("UsedQuotaMb", .number(record.usedQuota)),
            ]
        )
    }

    /// Its own `Type` and that of the link upwards are those of Cloud Director, as printed; the link leads to the
    /// configuration that it belongs to all the same.
    private static func page(_ record: SelfServiceConfigRecord, _ world: World) -> Element {
        Element(
            "VSphereSelfServiceConfigJobSettings",
            Identity(type: "VCloudOrganizationConfigBackupJobSettings", address: settings(record.id)),
            links: [
                BackupServers.up(record.server, in: world),
                OfferedLink("Up", "VCloudOrganizationConfig", one(record.id).entity, name: record.name),
            ],
            content: SelfServiceSettings.page(record.jobs)
        )
    }
}

extension SelfServiceConfigs: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource("VSphereSelfServiceConfig") { _, world in
                world.portal.selfService.records.lazy.map { record in
                    QueryRow(reference(record, world)) { entity(record, world) }
                }
            }
        ]
    }
}
