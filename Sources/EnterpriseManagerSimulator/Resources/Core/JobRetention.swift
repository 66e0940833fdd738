// SPDX-License-Identifier: Apache-2.0

/// How long a backup job keeps its restore points before it was edited [jobinfo, jobscheduleoptions].
enum JobRetention {
    static let simple = Content.group(
        "SimpleRetentionPolicy",
        [.value("RetainCycles", 14), .value("RetainDaysToKeep", 14), .value("RetainLimitType", "Cycles")]
    )

    /// Grandfather, father, son: off.
    static let gfs = Content.element(
        Element(
            "GfsRetentionPolicy",
            attributes: [("Enabled", false)],
            content: [
                .group(
                    "Weekly",
                    [.value("Enabled", false), .value("RetentionPeriod", 4), .value("SelectedDay", "Sunday")]
                ),
                .group(
                    "Monthly",
                    [.value("Enabled", false), .value("RetentionPeriod", 12), .value("SelectedWeek", "First")]
                ),
                .group(
                    "Yearly",
                    [.value("Enabled", false), .value("RetentionPeriod", 3), .value("SelectedMonth", "January")]
                ),
            ]
        )
    )
}
