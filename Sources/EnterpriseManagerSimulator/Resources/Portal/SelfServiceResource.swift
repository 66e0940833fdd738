// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// What the configurations of both kinds of self-service have in common: they differ in names and in some members
/// [get_vcloud_orgconfigs_id, get_selfservice_vsphere_configs_id].
protocol SelfServiceResource: KeyResource, Queryable where Record: SelfServiceRecord {
    /// The root of the settings of their jobs, and the `Type` of the link that leads there.
    static var settingsType: String { get }
    /// The links of the entity behind Edit.
    static func links(of record: Record) -> [OfferedLink]
    /// The members of the entity behind the quota.
    static func content(of record: Record) -> [Content]
    static func registerChanges(in router: inout Router)
}

extension SelfServiceResource {
    static var audience: Audience { .administrators }
    /// The way here is the hub of the kind.
    static var hubLinks: HubLinks { HubLinks() }

    static func register(in router: inout Router) {
        serve(in: &router)
        router.on(.get, path + "/*/backupJobSettings") { (call, world) throws(Refusal) in
            .ok(settings(try record(call, in: world), world))
        }
        registerChanges(in: &router)
    }

    static func reference(_ record: Record, _ world: World) -> Reference {
        Reference(
            type: type,
            name: record.name,
            uid: UID(type, record.id),
            address: one(record.id),
            links: [BackupServers.up(record.server, in: world)]
        )
    }

    static func entity(_ record: Record, at now: Duration, _ world: World) -> Element {
        let reference = reference(record, world)
        let edit = OfferedLink("Edit", type + "Reference", one(record.id), name: record.name)
        return Element(
            type,
            reference.entityIdentity,
            links: reference.links + [reference.alternate, edit] + links(of: record) + [
                OfferedLink("Delete", nil, one(record.id)),
                OfferedLink("Down", settingsType, part("backupJobSettings", of: record.id), name: record.name),
            ],
            content: [
                .text("BackupServerUid", UID("BackupServer", record.server).description),
                .text("RepositoryUid", UID("Repository", record.repository).description),
                .value("QuotaGb", .number(record.quota)),
            ] + content(of: record)
        )
    }

    /// The `Type` and that of the link upwards are those of Cloud Director for both kinds, as printed; the link leads to
    /// the configuration that the settings belong to all the same.
    private static func settings(_ record: Record, _ world: World) -> Element {
        Element(
            settingsType,
            Identity(
                type: OrganizationConfigs.settingsType,
                address: part("backupJobSettings", of: record.id)
            ),
            links: [
                BackupServers.up(record.server, in: world),
                OfferedLink("Up", OrganizationConfigs.type, one(record.id).entity, name: record.name),
            ],
            content: SelfServiceSettings.page(record.jobs)
        )
    }

    /// Refuses what is nowhere to be found; managed servers are not looked up.
    static func check(_ record: Record, in world: World) throws(Refusal) {
        guard world.server(record.server) != nil else { throw Refusal.missing("backup server", record.server) }
        guard world.repository(record.repository)?.server == record.server else {
            throw Refusal.missing("repository", record.repository)
        }
        if case .template(let job) = record.jobs.source { _ = try world.job(job) }
    }

    static var queries: [QuerySource] {
        [
            QuerySource(type) { call, world in
                table(of: world).records.lazy.map { record in
                    QueryRow(reference(record, world)) { entity(record, at: call.now, world) }
                }
            }
        ]
    }
}
