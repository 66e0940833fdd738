// SPDX-License-Identifier: Apache-2.0

/// `GuestProcessingOptions` of jobs and of the objects in them, before they were edited; the same for all
/// [guestprocessingoptions, jobs_id, get_jobs_id_includes].
enum GuestProcessing {
    static let content = Content.group(
        "GuestProcessingOptions",
        [
            .group(
                "VssSnapshotOptions",
                [
                    .value("VssSnapshotMode", "RequireSuccess"), .value("IsCopyOnly", false),
                    .value("UsePersistentGuestAgent", false),
                ]
            ),
            indexing("WindowsGuestFSIndexingOptions", excluded: ["%windir%", "%ProgramFiles%", "%TEMP%"]),
            indexing("LinuxGuestFSIndexingOptions", excluded: ["/dev", "/proc", "/tmp"]),
            .group(
                "SqlBackupOptions",
                [
                    .value("TransactionLogsProcessing", "OnlyOnSuccessJob"), .value("BackupLogsFrequencyMin", 15),
                    .value("UseDbBackupRetention", true), .value("RetainDays", 15),
                ]
            ),
            .text("WindowsCredentialsId", ""),
            .text("LinuxCredentialsId", ""),
        ]
    )

    private static func indexing(_ name: String, excluded: [String]) -> Content {
        .group(
            name,
            [
                .value("FileSystemIndexingMode", "ExceptSpecifiedFolders"),
                .texts("IncludedIndexingFolders", of: "Path", []),
                .texts("ExcludedIndexingFolders", of: "Path", excluded),
            ]
        )
    }
}
