// SPDX-License-Identifier: Apache-2.0

/// The kinds of jobs below `/jobs`, as `JobType` names them [jobinfo].
enum JobKind: String, Sendable {
    case backup = "Backup"
    case replica = "Replica"
    /// A periodic copy made by EM 11 or older.
    case backupCopy = "BackupCopy"
    /// Every copy job that EM 12 or newer made, immediate and periodic.
    case immediateBackupCopy = "ImmediateBackupCopy"

    /// Copy jobs have linked jobs and repositories, the others objects in them [get_jobs_id].
    var isCopy: Bool { self == .backupCopy || self == .immediateBackupCopy }

    /// The element with what is particular to the kind [jobinfo].
    var infoElement: String { rawValue + "JobInfo" }

    /// The names that its sessions go by.
    var sessions: SessionKind { self == .replica ? .replica : .backup }
}
