// SPDX-License-Identifier: Apache-2.0

/// `VSphereSelfServiceConfig`: what self-service allows users and groups of vSphere
/// [get_selfservice_vsphere_configs_id, selfservice_vsphere_configs_id].
enum SelfServiceConfigs: SelfServiceResource {
    static let type = "VSphereSelfServiceConfig"
    static let settingsType = "VSphereSelfServiceConfigJobSettings"
    static let path = "selfService/vSphere/Configs"
    static let noun = "self-service configuration"
    static func table(of world: World) -> Table<SelfServiceConfigRecord> { world.portal.selfService }

    static func links(of record: SelfServiceConfigRecord) -> [OfferedLink] { [] }

    static func content(of record: SelfServiceConfigRecord) -> [Content] {
        [
            .value("PerUser", .boolean(record.isPerUser)),
            .group(
                "Account",
                [
                    .text("AccountName", record.name), .text("AccountSid", record.sid),
                    .text("AccountType", record.accountType),
                ]
            ),
            SelfServiceSettings.userJobs(record.jobs),
            .texts("VCentersScope", of: "VCenterUid", record.vCenters.map { UID("ManagedServer", $0).description }),
            .texts("Tags", of: "Tag", record.tags),
            .value("UsedQuotaMb", .number(record.usedQuota)),
        ]
    }
}
