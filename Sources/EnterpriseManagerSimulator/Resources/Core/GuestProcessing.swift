// SPDX-License-Identifier: Apache-2.0

/// `GuestProcessingOptions` of jobs and of the objects in them; the same for all, since nothing here depends on them
/// [jobs_id, get_jobs_id_includes].
enum GuestProcessing {
    static var content: Content {
        .group(
            "GuestProcessingOptions",
            [
                .group(
                    "VssSnapshotOptions",
                    [
                        .value("VssSnapshotMode", "RequireSuccess"), .value("IsCopyOnly", false),
                        .value("UsePersistentGuestAgent", false),
                    ]
                ),
                .group(
                    "WindowsGuestFSIndexingOptions",
                    [
                        .value("FileSystemIndexingMode", "ExceptSpecifiedFolders"),
                        .texts("IncludedIndexingFolders", of: "Path", []),
                        .texts("ExcludedIndexingFolders", of: "Path", ["%windir%", "%TEMP%"]),
                    ]
                ),
            ]
        )
    }
}
