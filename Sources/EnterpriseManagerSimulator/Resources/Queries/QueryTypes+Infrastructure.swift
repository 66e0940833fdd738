// SPDX-License-Identifier: Apache-2.0

extension QueryTypes {
    private static let schedulers = ["Full", "Partial", "Random", "Disabled"]

    static let backupServer = QueryType(
        "BackupServer",
        fields: [
            .identity, [.text("Description"), .text("IpOrDnsName", from: "Name"), .number("Port"), .text("Version")],
        ]
    )

    static let managedServer = QueryType(
        "ManagedServer",
        fields: [
            .identity,
            [
                .text("Description"),
                .words(
                    "ManagedServerType",
                    [
                        "ESX", "VC", "Linux", "Local", "Windows", "ESXi", "HvServer", "HvCluster", "Scvmm",
                        "BackupServer",
                        "SanHost", "SmbServer", "SmbCluster", "VcdSystem", "Cloud", "AzureWinServer",
                        "VmSnapshotStorageHost", "ConfigurationService", "ExternalInfrastructureProxy", "NdmpServer",
                        "ExternalInfrastructureServer",
                    ]
                ),
            ],
        ]
    )

    static let hierarchyRoot = QueryType(
        "HierarchyRoot",
        fields: [
            .identity,
            [
                .text("UniqueId"),
                .words("HostType", ["ESX", "VC", "ESXi", "HvServer", "HvCluster", "Scvmm", "VcdSystem"]),
            ], .server,
        ]
    )

    static let wanAccelerator = QueryType(
        "WanAccelerator",
        fields: [
            .identity, [.number("Capacity"), .number("ConnectionsCount"), .flag("HighBandwidthModeEnabled")], .server,
        ]
    )

    static let passwords = QueryType(
        "Passwords",
        .resources,
        list: "PasswordKeyInfoList",
        item: "PasswordKeyInfo",
        link: "PasswordKeyList",
        sortedBy: "BackupServerUid",
        fields: [[.text("PasswordKeyID", from: "Id"), .text("Hint")], .server]
    )

    static let credentials = QueryType(
        "Credentials",
        .resources,
        list: "CredentialsList",
        item: "CredentialsInfo",
        link: "CredentialsList",
        sortedBy: "BackupServerUid",
        fields: [
            [.text("Username"), .text("Description"), .text("BackupServerUid"), .text("CredentialsId", from: "Id")]
        ]
    )

    static let vCloudOrganizationConfig = QueryType(
        "VCloudOrganizationConfig",
        fields: [
            .identity,
            [
                .text("RepositoryUid"), .number("QuotaGb"), .flag("Disabled", from: "IsDisabled"),
                .words("JobSchedulerType", schedulers),
                .number("UsedQuota", from: "UsedQuotaMb"),
            ], .server, [.text("HostUid"), .text("RepositoryFriendlyName")],
        ]
    )

    static let vSphereSelfServiceConfig = QueryType(
        "VSphereSelfServiceConfig",
        sortedBy: "Name",
        fields: [
            .identity, .server,
            [
                .words("JobSchedulerType", schedulers),
                // The guide of the accounts adds ExternalUser.
                .words("AccountType", ["User", "Group", "ExternalUser"]), .flag("PerUser"), .number("QuotaGb"),
                .text("RepositoryUid"), .number("UsedQuota", from: "UsedQuotaMb"),
            ],
        ]
    )
}
