// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `VCloudOrganizationConfig`: what self-service allows organizations of Cloud Director
/// [get_vcloud_orgconfigs_id, vcloud_orgconfigs_id].
enum OrganizationConfigs: ResourceFamily {
    static let audience = Audience.administrators
    static let list = Address("vCloud/orgConfigs")
    static func one(_ id: GUID) -> Address { Address("vCloud/orgConfigs/\(id)") }
    private static func settings(_ id: GUID) -> Address { Address("vCloud/orgConfigs/\(id)/backupJobSettings") }

    static func register(in router: inout Router) {
        router.on(.get, "vCloud/orgConfigs") { (call, world) throws(Refusal) in
            let records = world.portal.organizations.records
            return call.query.wantsEntity
                ? .ok(
                    .list(
                        "VCloudOrganizationConfigs",
                        of: "VCloudOrganizationConfig",
                        records.map { entity($0, world) }
                    )
                )
                : .ok(Reference.list(records.map { reference($0, world) }))
        }
        router.on(.get, "vCloud/orgConfigs/*") { (call, world) throws(Refusal) in
            let record = try record(call, in: world)
            return .ok(call.query.wantsEntity ? entity(record, world) : reference(record, world).element())
        }
        router.on(.get, "vCloud/orgConfigs/*/backupJobSettings") { (call, world) throws(Refusal) in
            .ok(page(try record(call, in: world), world))
        }
        registerChanges(in: &router)
    }

    static func record(_ call: Call, in world: World) throws(Refusal) -> OrganizationConfigRecord {
        let id = try call.id(type: "VCloudOrganizationConfig")
        guard let record = world.portal.organizations[id] else {
            throw Refusal.missing("organization configuration", id)
        }
        return record
    }

    static func reference(_ record: OrganizationConfigRecord, _ world: World) -> Reference {
        Reference(
            type: "VCloudOrganizationConfig",
            name: record.name,
            uid: record.uid,
            address: one(record.id),
            links: [BackupServers.up(record.server, in: world)]
        )
    }

    static func entity(_ record: OrganizationConfigRecord, _ world: World) -> Element {
        let reference = reference(record, world)
        let disable = OfferedLink("Disable", nil, Address("vCloud/orgConfigs/\(record.id)?action=disable"))
        return Element(
            "VCloudOrganizationConfig",
            reference.entityIdentity,
            links: reference.links + [
                reference.alternate,
                OfferedLink("Edit", "VCloudOrganizationConfigReference", one(record.id), name: record.name),
            ] + (record.isForOthers && !record.isDisabled ? [disable] : []) + [
                OfferedLink("Delete", nil, one(record.id)),
                OfferedLink(
                    "Down",
                    "VCloudOrganizationConfigBackupJobSettings",
                    settings(record.id),
                    name: record.name
                ),
            ],
            content: [
                .text("BackupServerUid", UID("BackupServer", record.server).description),
                .text("RepositoryUid", UID("Repository", record.repository).description),
                .value("QuotaGb", .number(record.quota)),
                .value("IsDisabled", .boolean(record.isDisabled)),
                SelfServiceSettings.organizationJobs(record.jobs),
                .value("UsedQuotaMb", .number(record.usedQuota)),
                .text("HostUid", UID("ManagedServer", record.host).description),
                .text("RepositoryFriendlyName", record.repositoryName),
            ]
        )
    }

    private static func page(_ record: OrganizationConfigRecord, _ world: World) -> Element {
        Element(
            "VCloudOrganizationConfigBackupJobSettings",
            Identity(type: "VCloudOrganizationConfigBackupJobSettings", address: settings(record.id)),
            links: [
                BackupServers.up(record.server, in: world),
                OfferedLink("Up", "VCloudOrganizationConfig", one(record.id).entity, name: record.name),
            ],
            content: SelfServiceSettings.page(record.jobs)
        )
    }
}

extension OrganizationConfigs: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource("VCloudOrganizationConfig") { _, world in
                world.portal.organizations.records.lazy.map { record in
                    QueryRow(reference(record, world)) { entity(record, world) }
                }
            }
        ]
    }
}
