// SPDX-License-Identifier: Apache-2.0

/// `JobScheduleOptions` of a job before it was edited: `Standart` (so spelt), or `ImmediateCopyMode`
/// [jobscheduleoptions, get_jobs_id].
enum JobSchedule {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

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
        let daily = options(
            "OptionsDaily",
            job.scheduleConfigured,
            [
                .value("Kind", "Everyday"), .repeated("Days", WeekHours.days), time(job.hour),
                .value("TimeOffsetUtc", 0),
            ]
        )
        return beforeDaily + [daily] + afterDaily
    }

    // What no job has otherwise before it is edited is made once.
    private static let beforeDaily: [Content] = [
        .group(
            "RetryOptions",
            [
                .value("RetryTimes", 3), .value("RetryTimeout", 10),
                // Renamed in JSON [resource_representation_for_ke].
                .element(Element("RetrySpecified", text: true), jsonName: "RetrySpecified1"),
            ]
        ),
        .value("WaitForBackupCompletion", true),
        .value("BackupCompetitionWaitingPeriodMin", 180),
    ]
    private static let afterDaily: [Content] = [
        options(
            "OptionsMonthly",
            false,
            [
                time(22), .value("TimeOffsetUtc", 0), .value("DayNumberInMonth", "Fourth"),
                .value("DayOfWeek", "Saturday"), .repeated("Months", months), .value("DayOfMonth", 1),
            ]
        ),
        options(
            "OptionsPeriodically",
            false,
            [.value("Kind", "Hours"), .value("FullPeriod", 1), WeekHours.all("Schedule")]
        ),
        continuous(false),
        options("OptionsBackupWindow", false, [WeekHours.all("TimePeriods")]),
        options("OptionsDaisyChaining", false, [.text("PreviousJobUid", "")]),
    ]

    private static func time(_ hour: Int) -> Content {
        let hour = (hour < 10 ? "0" : "") + String(hour)
        return .value("Time", .time(xml: "\(hour):00:00.0000000+00:00", json: "2026-01-01T\(hour):00:00"))
    }

    private static func continuous(_ enabled: Bool) -> Content {
        options("OptionsContinuous", enabled, [WeekHours.all("Schedule")])
    }

    private static func options(_ name: String, _ enabled: Bool, _ content: [Content]) -> Content {
        .element(Element(name, attributes: [("Enabled", .boolean(enabled))], content: content))
    }
}
