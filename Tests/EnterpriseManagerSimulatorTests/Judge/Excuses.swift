// SPDX-License-Identifier: Apache-2.0

/// What the tables list and the simulator does not serve on purpose, each with the reason.
enum Excuses {
    /// Links, by owner, `Rel` and `Type`.
    static let links: [String: String] = [
        "Ref[VmRestorePointReference]\tUp\tlocalhostReference":
            "A slip in the guide: the type is the host name of the machine on which the example was made.",
        "BackupFile\tRelated\tBackupFileReferenceList":
            "The guide has two types for the same link; RestorePointReferenceList is served, as its table of links says.",
    ]

    /// Methods, by method and URL.
    static let methods: [String: String] = [
        "GET /api/cloud/tenants/{ID}/vCloudComputeResources":
            "The example prints one resource as the root of a list; the list of the schema is served."
    ]
}
