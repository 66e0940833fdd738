// SPDX-License-Identifier: Apache-2.0

/// What the summary report counts: servers, jobs, their runs and their machines.
struct ReportCounts {
    private let servers: Int
    private let repositories: Int
    /// Machines in backup jobs and in replication jobs, and by the result of the last run of their job.
    private var backedUp = 0
    private var replicated = 0
    private var machinesByResult: [String: Int] = [:]
    private var scheduledBackups = 0
    private var scheduledReplicas = 0
    private var running = 0
    private var runsByResult: [String: Int] = [:]
    private var longestBackup: (name: String, duration: Duration) = ("", .zero)
    private var longestReplica: (name: String, duration: Duration) = ("", .zero)
    private let points: ReportedPoints

    init(_ world: World, at now: Duration) {
        servers = world.servers.count
        repositories = world.repositories.count
        points = ReportedPoints(world)
        for job in world.jobOrder.lazy.compactMap({ world.jobs[$0] }) {
            let isReplica = job.kind == .replica
            if isReplica { replicated += job.objects.count } else { backedUp += job.objects.count }
            if job.scheduleEnabled, job.scheduleConfigured {
                if isReplica { scheduledReplicas += 1 } else { scheduledBackups += 1 }
            }
            guard let last = world.lastSession(of: job.id) else { continue }
            if !last.isOver(at: now) { running += 1 }
            machinesByResult[last.result(at: now), default: 0] += job.objects.count
        }
        for session in world.jobSessionOrder.lazy.compactMap({ world.jobSessions[$0] }) where session.isOver(at: now) {
            runsByResult[session.result(at: now), default: 0] += 1
            let run = (session.jobName, session.end - session.start)
            if session.kind == .replica {
                if run.1 > longestReplica.duration { longestReplica = run }
            } else if run.1 > longestBackup.duration {
                longestBackup = run
            }
        }
    }

    /// One proxy for each server: the role that a backup server takes itself at first (inferred).
    var overview: [Content] {
        [
            .value("BackupServers", .number(servers)),
            .value("ProxyServers", .number(servers)),
            .value("RepositoryServers", .number(repositories)),
            .value("RunningJobs", .number(running)),
            .value("ScheduledJobs", .number(scheduledBackups + scheduledReplicas)),
            // The three names are spelt as EM spells them [reports_summary_overview].
            .value("SuccessfulVmLastestStates", .number(machinesByResult["Success"] ?? 0)),
            .value("WarningVmLastestStates", .number(machinesByResult["Warning"] ?? 0)),
            .value("FailedVmLastestStates", .number(machinesByResult["Failed"] ?? 0)),
        ]
    }

    /// Points of replicas have no size here, which EM writes as -1 [reports_summary_vms_overview].
    var machines: [Content] {
        let results = machinesByResult.filter { $0.key != "None" }
        let total = results.values.reduce(0, +)
        let percents = total == 0 ? 100 : 100 * (total - (results["Failed"] ?? 0)) / total
        return [
            .value("ProtectedVms", .number(backedUp + replicated)),
            .value("BackedUpVms", .number(backedUp)),
            .value("ReplicatedVms", .number(replicated)),
            .value("RestorePoints", .number(points.count)),
            .value("FullBackupPointsSize", .number(points.full)),
            .value("IncrementalBackupPointsSize", .number(points.incremental)),
            .value("ReplicaRestorePointsSize", -1),
            .value("SourceVmsSize", .number(points.source)),
            .value("SuccessBackupPercents", .number(percents)),
            .text("ProtectedVmsReportLink", ""),
        ]
    }

    /// Durations in seconds (inferred; the schema calls them time spans of type int).
    var statistics: [Content] {
        let backup = Int(longestBackup.duration / .seconds(1))
        let replica = Int(longestReplica.duration / .seconds(1))
        return [
            .value("RunningJobs", .number(running)),
            .value("ScheduledJobs", .number(scheduledBackups + scheduledReplicas)),
            .value("ScheduledBackupJobs", .number(scheduledBackups)),
            .value("ScheduledReplicaJobs", .number(scheduledReplicas)),
            .value("TotalJobRuns", .number(runsByResult.values.reduce(0, +))),
            .value("SuccessfulJobRuns", .number(runsByResult["Success"] ?? 0)),
            .value("WarningsJobRuns", .number(runsByResult["Warning"] ?? 0)),
            .value("FailedJobRuns", .number(runsByResult["Failed"] ?? 0)),
            .value("MaxJobDuration", .number(max(backup, replica))),
            .value("MaxBackupJobDuration", .number(backup)),
            .value("MaxReplicaJobDuration", .number(replica)),
            .text("MaxDurationBackupJobName", longestBackup.name),
            .text("MaxDurationReplicaJobName", longestReplica.name),
            .text("BackupJobStatusReportLink", ""),
        ]
    }

    /// The last seven days, today first, with the machines that left a point, or were in a job that ran
    /// [reports_summary_processed_vms].
    static func days(_ world: World, at now: Duration) -> [Element] {
        let day = 86_400_000
        let today = world.timestamp(now).milliseconds / day
        var backedUp: [Int: Int] = [:]
        var replicated: [Int: Int] = [:]
        for session in world.jobSessionOrder.lazy.compactMap({ world.jobSessions[$0] }) {
            let count = world.jobs[session.job]?.objects.count ?? 0
            let number = world.timestamp(session.start).milliseconds / day
            if session.kind == .replica {
                replicated[number, default: 0] += count
            } else {
                backedUp[number, default: 0] += count
            }
        }
        let points = ReportedPoints(world)
        return (0..<7).map { ago in
            let number = today - ago
            return Element(
                "Day",
                attributes: [
                    ("Timestamp", .text(Timestamp(milliseconds: number * day).iso)),
                    ("ReplicatedVms", .number(max(replicated[number] ?? 0, points.replicated[number] ?? 0))),
                    ("BackupedVms", .number(max(backedUp[number] ?? 0, points.backedUp[number] ?? 0))),
                ]
            )
        }
    }

    /// A period for each repository, by its name (inferred: the examples number them).
    static func repositories(_ world: World) -> [Element] {
        world.repositories.map { repository in
            Element(
                "Period",
                content: [
                    .text("Name", repository.name), .value("Capacity", .number(repository.capacity)),
                    .value("FreeSpace", .number(repository.freeSpace)),
                    .value("BackupSize", .number(repository.capacity - repository.freeSpace)),
                ]
            )
        }
    }
}
