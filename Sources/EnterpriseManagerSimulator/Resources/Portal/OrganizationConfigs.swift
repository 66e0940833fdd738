// SPDX-License-Identifier: Apache-2.0

/// `VCloudOrganizationConfig`: what self-service allows organizations of Cloud Director
/// [get_vcloud_orgconfigs_id, vcloud_orgconfigs_id].
enum OrganizationConfigs: SelfServiceResource {
    static let type = "VCloudOrganizationConfig"
    static let settingsType = "VCloudOrganizationConfigBackupJobSettings"
    static let path = "vCloud/orgConfigs"
    static let noun = "organization configuration"
    static func table(of world: World) -> Table<OrganizationConfigRecord> { world.portal.organizations }

    static func links(of record: OrganizationConfigRecord) -> [OfferedLink] {
        guard record.isForOthers else { return [] }
        // One of the two, as the remark on the page of the entity has it; the guide prints Disable only.
        let rel = record.isDisabled ? "Enable" : "Disable"
        return [OfferedLink(rel, nil, Address(path, record.id, action: rel.lowercased()))]
    }

    static func content(of record: OrganizationConfigRecord) -> [Content] {
        [
            .value("IsDisabled", .boolean(record.isDisabled)),
            SelfServiceSettings.organizationJobs(record.jobs),
            .value("UsedQuotaMb", .number(record.usedQuota)),
            .text("HostUid", UID("ManagedServer", record.host).description),
            .text("RepositoryFriendlyName", record.repositoryName),
        ]
    }
}
