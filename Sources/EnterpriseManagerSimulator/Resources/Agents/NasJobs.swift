// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `NASJob`: file share backup jobs [nas_jobs, nas_jobs_id].
enum NasJobs: ListedResource {
    /// The element is spelt otherwise than its `Type` [nas_jobs_id].
    static let type = "NasJob"
    static let element = "NASJob"
    /// The guide types both Alternate links as those of other jobs [nas_jobs, nas_jobs_id].
    static let alternateType = "Job"
    static let path = JobKind.nasBackup.path
    static let noun = "job"
    static func table(of world: World) -> Table<NasJobRecord> { world.agents.nasJobs }

    private static let actions = SideJobActions<NasJobRecord>(
        kind: .nasBackup,
        actionsArePaths: true,
        start: "StartNasJob",
        stop: "StopNasJob",
        retry: "RetryNasJob",
        table: { \.agents.nasJobs }
    )

    static func register(in router: inout Router) {
        serve(in: &router)
        actions.register(in: &router)
    }

    static func reference(_ record: NasJobRecord, _ world: World) -> Reference {
        let job = record.job
        return reference(job.id, job.name, [BackupServers.up(job.server, in: world), SideSessions.down(job)])
    }

    static func links(of record: NasJobRecord, _ call: Call, _ world: World) -> [OfferedLink] {
        [OfferedLink("Down", "NasObjectList", NasObjects.list(of: record.id))] + actions.links(of: record.job)
    }

    static func content(of record: NasJobRecord, _ call: Call, _ world: World) -> [Content] {
        let job = record.job
        let objects = record.objects.map { NasObjects.element($0, of: record, nil) }
        return [
            .text("Description", job.description),
            .group("Includes", [.items(of: "NASObject", objects)]),
            .group(
                "StorageOptions",
                [
                    .text("BackupRepositoryUid", job.repository.map { UID("Repository", $0).description }),
                    .text("ShorttermRetentionType", "Day"),
                    .value("ShorttermRetentionPeriod", 28),
                    .value("LongtermRetentionEnabled", false),
                    .group(
                        "AdvancedStorageOptions",
                        [
                            .group(
                                "ACL",
                                [.text("FileAttributesChangeTrackingMode", "TrackOnlyFolderAttributesChanges")]
                            )
                        ]
                    ),
                ]
            ),
            .value("ScheduleConfigured", .boolean(job.scheduleConfigured)),
            .value("ScheduleEnabled", .boolean(job.scheduleEnabled)),
            .text("NextRun", job.scheduleEnabled ? JobSchedule.nextRun(of: job, at: call.now, world).iso : nil),
            JobSchedule.content(of: job),
        ]
    }
}
