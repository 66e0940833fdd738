// SPDX-License-Identifier: Apache-2.0

/// `JobScheduleOptions` of a job: `Standart` (so spelt), or `ImmediateCopyMode` [jobscheduleoptions, get_jobs_id].
enum JobSchedule {
    private static let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    static func content(of job: JobRecord) -> Content {
        job.kind == .immediateBackupCopy
            ? .group("JobScheduleOptions", [.absent("Standart"), .group("ImmediateCopyMode", [continuous(true)])])
            : .group("JobScheduleOptions", [.group("Standart", standard(of: job)), .absent("ImmediateCopyMode")])
    }

    /// The next daily run after a point in time, in UTC.
    static func nextRun(of job: JobRecord, at now: Duration, _ world: World) -> Timestamp {
        let day = 86_400_000
        let current = world.timestamp(now).milliseconds
        let midnight = current - (current % day + day) % day
        let run = midnight + job.hour * 3_600_000
        return Timestamp(milliseconds: run > current ? run : run + day)
    }

    /// The daily run before a point in time.
    static func lastRun(of job: JobRecord, before now: Duration, _ configuration: SimulatorConfiguration) -> Duration {
        let day = 86_400_000
        let current = configuration.startTime * 1000 + Int(now / .milliseconds(1))
        let run = current - (current % day + day) % day + job.hour * 3_600_000
        return now + .milliseconds((run < current ? run : run - day) - current)
    }

    private static func standard(of job: JobRecord) -> [Content] {
        let hour = (job.hour < 10 ? "0" : "") + String(job.hour)
        let daily = Element(
            "OptionsDaily",
            attributes: [("Enabled", .boolean(job.scheduleConfigured))],
            content: [
                .value("Kind", "Everyday"),
                .repeated("Days", days),
                .value("Time", .time(xml: "\(hour):00:00.0000000+00:00", json: "2026-01-01T\(hour):00:00")),
                .value("TimeOffsetUtc", 0),
            ]
        )
        return [
            .group(
                "RetryOptions",
                [
                    .value("RetryTimes", .number(job.retryTimes)), .value("RetryTimeout", 10),
                    // Renamed in JSON [resource_representation_for_ke].
                    .element(Element("RetrySpecified", text: true), jsonName: "RetrySpecified1"),
                ]
            ),
            .value("WaitForBackupCompletion", true),
            .value("BackupCompetitionWaitingPeriodMin", 180),
            .element(daily),
            continuous(false),
        ]
    }

    private static func continuous(_ enabled: Bool) -> Content {
        let hours = Array(repeating: "1", count: 24).joined(separator: ",")
        let rows = days.map { Element("Day", attributes: [("Name", .text($0))], text: .text(hours)) }
        return .element(
            Element(
                "OptionsContinuous",
                attributes: [("Enabled", .boolean(enabled))],
                content: [.group("Schedule", [.items(of: "Day", rows)])]
            )
        )
    }
}
