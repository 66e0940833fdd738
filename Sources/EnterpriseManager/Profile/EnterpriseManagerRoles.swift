// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension RoleRule {
    /// What a session of a Portal Administrator offers and others do not.
    static let enterpriseManager = RoleRule(
        user: "UserName",
        markers: [Marker(role: administrator, link: LinkSelector(rel: "Down", type: "EnterpriseSecuritySettings"))],
        source: "inferred from security_roles_concept"
    )

    static let administrator = "Portal Administrator"
    static let portalUser = "Portal User"
}

extension EnterpriseManagerAvailability {
    /// Which roles may do what: that roles differ is documented (security_roles_concept), how they do is not.
    static let roles: [AvailabilityRule] =
        changes.map { rel in
            AvailabilityRule(
                owners: ["Job", "AgentBackupJob", "NASJob", "BackupServer", "CdpPolicy", "FailoverPlan"],
                rel: rel,
                need: .role([RoleRule.administrator]),
                effect: .accepted,
                footing: .inferred,
                text:
                    "Starting and changing jobs is for Portal Administrators; others are offered the link all the same.",
                source: "inferred from security_roles_concept"
            )
        } + [
            AvailabilityRule(
                owners: ["LogonSession"],
                rel: "Down",
                types: ["EnterpriseSecuritySettings", "CloudConnectService", "VCloudService", "VSphereSelfService"],
                need: .role([RoleRule.administrator]),
                footing: .inferred,
                text: "Accounts, roles and what others rent are for Portal Administrators.",
                source: "inferred from security_roles_concept"
            ),
            AvailabilityRule(
                owners: ["LogonSession"],
                rel: "Down",
                types: [
                    "JobReferenceList", "JobList", "BackupServerReferenceList", "BackupServerList",
                    "RepositoryReferenceList", "RepositoryList",
                ],
                need: .role([RoleRule.administrator, RoleRule.portalUser]),
                footing: .inferred,
                text: "Restore Operators see what can be restored, not jobs and what they run on.",
                source: "inferred from security_roles_concept"
            ),
        ]

    private static let changes: [Rel] = [
        "Start", "Stop", "Retry", "Sync", "Clone", "ToggleScheduleEnabled", "Edit", "Create", "Delete", "Enable",
        "Disable", "QuickBackup", "VeeamZip", "Undo",
    ]
}
