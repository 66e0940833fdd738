// SPDX-License-Identifier: Apache-2.0

/// The page of settings that new jobs start with; it shows the defaults of the product for a forward incremental
/// backup, the only form that has been seen [get_vcloud_orgconfigs_id_backupjobsettings].
extension SelfServiceSettings {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static func page(_ jobs: SelfServiceJobs) -> [Content] {
        [
            .value("UseDefaultJobSettings", .boolean(jobs.usesDefaults)),
            .group(
                "AdvancedSettings",
                [backup, maintenance, storage, notifications, vSphere, integration, scripts]
            ),
            .value("SourceProxyAutoDetect", true),
        ]
    }

    private static var backup: Content {
        .group(
            "BackupSettings",
            [
                .group(
                    "BackupMode",
                    [
                        .group(
                            "Incremental",
                            [
                                toggle(
                                    "SyntheticFull",
                                    true,
                                    [days("OptionsDaily"), .value("TransformPreviousBackupChains", false)]
                                )
                            ]
                        )
                    ]
                ),
                toggle("ActiveFullBackup", false, [days("OptionsWeekly")]),
            ]
        )
    }

    private static var maintenance: Content {
        .group(
            "MaintenanceSettings",
            [
                toggle("BackupFilesHealthCheck", false, [monthly(on: "Friday")]),
                .group(
                    "FullBackupFileMaintenance",
                    [
                        toggle("RemoveDeletedVms", false, [.value("RemoveAfter", 14)]),
                        toggle("DefragmentFullBackupFile", false, [monthly(on: "Saturday")]),
                    ]
                ),
            ]
        )
    }

    private static var storage: Content {
        .group(
            "StorageSettings",
            [
                .group(
                    "DataReduction",
                    [
                        .value("EnableInlineDataDeduplication", true), .value("EnableSwapFileBlocks", true),
                        .value("EnableDeletedFileBlocks", true), .value("CompressionLevel", "Optimal"),
                        .value("StorageOptimization", "LocalTarget"),
                    ]
                ),
                toggle("Encryption", false),
            ]
        )
    }

    private static var notifications: Content {
        .group(
            "NotificationsSettings",
            [
                .value("SendSnmpNotifications", false),
                toggle(
                    "VmAttributeNotifications",
                    false,
                    [
                        .value("SetSuccessfulBackupDetailsToVmAttr", "Notes"),
                        .value("AppendToExistingAttrValue", true),
                    ]
                ),
            ]
        )
    }

    private static var vSphere: Content {
        .group(
            "vSphereSettings",
            [
                toggle("GuestQuiescence", false),
                toggle(
                    "ChangedBlockTracking",
                    true,
                    [.value("EnableForAllProtectedVms", true), .value("ResetChangeTrackingOnActiveFull", true)]
                ),
            ]
        )
    }

    private static var integration: Content {
        let snapshots = toggle(
            "BackupFromStorageSnapshots",
            true,
            [.value("LimitProcessedVmCountPerStorageSnapshot", 10), .value("FailoverToStandartBackup", false)]
        )
        return .group("IntegrationSettings", [snapshots])
    }

    private static var scripts: Content {
        .group(
            "ScriptsSettings",
            [
                toggle("PostJobScript", false, [.value("ScriptPath", "")]),
                toggle("PreJobScript", false, [.value("ScriptPath", "")]),
                .group("RunScriptsEveryBackupSession", [.value("RunEveryBackupSession", 1)]),
            ]
        )
    }

    private static func toggle(_ name: String, _ isEnabled: Bool, _ content: [Content] = []) -> Content {
        .element(Element(name, attributes: [("Enabled", .boolean(isEnabled))], content: content))
    }

    private static func days(_ name: String) -> Content { toggle(name, true, [.repeated("Days", ["Saturday"])]) }

    private static func monthly(on day: String) -> Content {
        toggle(
            "OptionsMonthly",
            true,
            [.value("DayNumberInMonth", "Last"), .text("DayOfWeek", day), .repeated("Months", months)]
        )
    }
}
