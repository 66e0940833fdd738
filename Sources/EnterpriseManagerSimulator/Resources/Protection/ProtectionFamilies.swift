// SPDX-License-Identifier: Apache-2.0

extension Families {
    /// What jobs leave behind, and what is restored from it.
    static let protection: [any ResourceFamily.Type] = [
        Backups.self,
        BackupFiles.self,
        RestorePoints.self,
        VmRestorePoints.self,
        VmRestorePointMounts.self,
        VAppRestorePoints.self,
        Replicas.self,
        VmReplicaPoints.self,
        VmReplicaPointMounts.self,
        VAppReplicaPoints.self,
        CatalogVms.self,
        CatalogRestorePoints.self,
        CatalogFiles.self,
        RestoreSessions.self,
        BackupTaskSessions.self,
        ReplicaTaskSessions.self,
        FailoverPlans.self,
        QuickBackups.self,
    ]
}
