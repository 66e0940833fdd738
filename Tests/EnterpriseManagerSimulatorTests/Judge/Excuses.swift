// SPDX-License-Identifier: Apache-2.0

/// What the tables list and the simulator does not serve on purpose, each with the reason.
enum Excuses {
    private static let systemSessions = "System sessions are not served yet."

    /// Links, by owner, `Rel` and `Type`.
    static let links: [String: String] = [
        "Ref[VmRestorePointReference]\tUp\tlocalhostReference":
            "A slip in the guide: the type is the host name of the machine on which the example was made.",
        "BackupFile\tRelated\tBackupFileReferenceList":
            "The guide has two types for the same link; RestorePointReferenceList is served, as its table of links says.",
        "Items\tAlternate\tVAppCdpReplicaVmReference": items,
        "Items\tUp\tBackupServerReference": items,
        "Items\tUp\tCdpPolicyReference": items,
        "Items\tUp\tVAppCdpReplicaReference": items,
        "Sessions\tAlternate\tBackupJobSessionReference": systemSessions,
        "Sessions\tDown\tSystemSessionEvents": systemSessions,
        "SystemSession\tAlternate\tBackupJobSessionReference": systemSessions,
        "SystemSession\tDown\tSystemSessionEvents": systemSessions,
        "SystemSessionEvents\tUp\tBackupJobSession": systemSessions,
    ]
    private static let items = "Served at VAppCdpReplicaVm, as which the guide prints the same thing elsewhere."

    /// Methods, by method and URL.
    static let methods: [String: String] = [
        "GET /api/systemSessions": systemSessions,
        "GET /api/systemSessions/{ID}": systemSessions,
        "GET /api/systemSessions/{ID}/events": systemSessions,
        "GET /api/cloud/tenants/{ID}/vCloudComputeResources":
            "The example prints one resource as the root of a list; the list of the schema is served.",
        "POST /api/cdpReplica/vApps/{ID}?action=intervals": intervals,
        "POST /api/cdpReplicas/{ID}/vms/{ID}?action=intervals": intervals,
    ]
    private static let intervals =
        "The root of its body is not printed, so the judge sends none; a test of its own does."
}
