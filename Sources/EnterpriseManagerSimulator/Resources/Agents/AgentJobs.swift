// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `AgentBackupJob`: jobs of computers with agents [agents_jobs, agents_jobs_id].
enum AgentJobs: ListedResource {
    static let type = "AgentBackupJob"
    /// The guide types both Alternate links as those of other jobs [agents_jobs, agents_jobs_id].
    static let alternateType = "Job"
    static let path = JobKind.agentBackup.path
    static let noun = "job"
    static func table(of world: World) -> Table<AgentJobRecord> { world.agents.jobs }

    private static let actions = SideJobActions<AgentJobRecord>(
        kind: .agentBackup,
        actionsArePaths: false,
        start: "StartJob",
        stop: "StopAgentJob",
        retry: "RetryAgentJob",
        table: { \.agents.jobs }
    )

    static func register(in router: inout Router) {
        serve(in: &router)
        actions.register(in: &router)
    }

    static func reference(_ record: AgentJobRecord, _ world: World) -> Reference {
        let job = record.job
        return reference(job.id, job.name, [BackupServers.up(job.server, in: world), SideSessions.down(job)])
    }

    static func links(of record: AgentJobRecord, _ call: Call, _ world: World) -> [OfferedLink] {
        [OfferedLink("Down", "ObjectInJobList", AgentJobObjects.list(of: record.id))] + actions.links(of: record.job)
    }

    static func content(of record: AgentJobRecord, _ call: Call, _ world: World) -> [Content] {
        let job = record.job
        let objects = job.objects.map { AgentJobObjects.element($0, of: job, isNested: true) }
        return [
            .text("JobType", job.kind.rawValue),
            .text("Platform", job.platform),
            .text("Description", job.description),
            .value("ScheduleConfigured", .boolean(job.scheduleConfigured)),
            .value("ScheduleEnabled", .boolean(job.scheduleEnabled)),
            .text("NextRun", job.scheduleEnabled ? JobSchedule.nextRun(of: job, at: call.now, world).iso : nil),
            JobSchedule.content(of: job),
            .group(
                "JobInfo",
                [
                    .group("Includes", [.items(of: "ObjectInAgentBackupJob", objects)]),
                    GuestProcessing.content,
                    .absent("GfsRetentionPolicy"),
                    .group(
                        "SimpleRetentionPolicy",
                        [
                            .value("RetainCycles", 7), .value("RetainDaysToKeep", 7),
                            .value("RetainLimitType", "Days"),
                        ]
                    ),
                ]
            ),
        ]
    }
}
