// SPDX-License-Identifier: Apache-2.0

/// The two families of job sessions, which differ in nothing but their names [backupsessions_id, replicasessions_id].
enum SessionKind: Sendable {
    case backup
    case replica

    var type: String { self == .backup ? "BackupJobSession" : "ReplicaJobSession" }
    var collection: String { type + "s" }
    var path: String { self == .backup ? "backupSessions" : "replicaSessions" }
}
