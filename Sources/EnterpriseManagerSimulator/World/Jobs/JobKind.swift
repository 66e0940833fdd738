// SPDX-License-Identifier: Apache-2.0

/// The kinds of jobs below `/jobs`, as `JobType` names them [jobinfo].
enum JobKind: String, Sendable {
    case backup = "Backup"
    case replica = "Replica"
    /// A periodic copy made by EM 11 or older.
    case backupCopy = "BackupCopy"
    /// Every copy job that EM 12 or newer made, immediate and periodic.
    case immediateBackupCopy = "ImmediateBackupCopy"
    /// A job of computers with agents, below `/agents` [agents_jobs_id].
    case agentBackup = "AgentBackup"
    /// A file share backup job, below `/nas`; sessions name it so [get_backupsessions_id].
    case nasBackup = "NasBackup"

    /// Copy jobs have linked jobs and repositories, the others objects in them [get_jobs_id].
    var isCopy: Bool { self == .backupCopy || self == .immediateBackupCopy }

    /// The element with what is particular to the kind [jobinfo].
    var infoElement: String { rawValue + "JobInfo" }

    /// What its UID names it.
    var resource: String {
        switch self {
        case .agentBackup: "AgentBackupJob"
        case .nasBackup: "NasJob"
        default: "Job"
        }
    }

    /// Where its jobs lie.
    var path: String {
        switch self {
        case .agentBackup: "agents/jobs"
        case .nasBackup: "nas/jobs"
        default: "jobs"
        }
    }

    /// The names that its sessions go by.
    var sessions: SessionKind { self == .replica ? .replica : .backup }
}
