// SPDX-License-Identifier: Apache-2.0

/// `PolicyScheduleOptions` of a CDP policy: how often states are kept and for how long [policyscheduleoptions].
enum CdpSchedule {
    /// What a PUT changes.
    struct Change: Sendable {
        let description: String?
        let scheduleConfigured: Bool?
        let isEnabled: Bool?
        let objectiveSeconds: Int?
        let shortTermHours: Int?
        let longTermHours: Int?
        let longTermDays: Int?

        init(_ document: BodyNode) throws(Refusal) {
            description = document["Description"]?.text
            scheduleConfigured = document["ScheduleConfigured"]?.flag
            isEnabled = document["ScheduleEnabled"]?.flag
            let options = document["PolicyScheduleOptions"]?["CdpReplica"] ?? document["PolicyScheduleOptions"]
            objectiveSeconds = try Change.sum("RecoveryPointObjectiveSeconds", "RecoveryPointObjectiveMinutes", options)
            let minutes = try Change.number("ShortTermRetentionMinutes", options).map { $0 / 60 } ?? 0
            shortTermHours = try Change.number("ShortTermRetentionHours", options).map { $0 + minutes }
            longTermHours = try Change.number("LongTermRetentionHours", options)
            longTermDays = try Change.number("LongTermRetentionKeepDays", options)
        }

        func apply(to policy: inout CdpPolicyRecord) {
            if let description { policy.description = description }
            if let scheduleConfigured { policy.scheduleConfigured = scheduleConfigured }
            if let objectiveSeconds { policy.objectiveSeconds = objectiveSeconds }
            if let shortTermHours { policy.shortTermHours = shortTermHours }
            if let longTermHours { policy.longTermHours = longTermHours }
            if let longTermDays { policy.longTermDays = longTermDays }
        }

        private static func sum(_ seconds: String, _ minutes: String, _ options: BodyNode?) throws(Refusal) -> Int? {
            let parts = (try number(seconds, options), try number(minutes, options))
            return parts.0 == nil && parts.1 == nil ? nil : (parts.0 ?? 0) + 60 * (parts.1 ?? 0)
        }

        private static func number(_ name: String, _ options: BodyNode?) throws(Refusal) -> Int? {
            guard let text = options?[name]?.text else { return nil }
            guard let number = Int(text), (0...1_000_000).contains(number) else {
                throw Refusal(400, "\(name) is not a number of that kind: \(text)")
            }
            return number
        }
    }

    static func content(of policy: CdpPolicyRecord) -> [Content] {
        [
            .value("RecoveryPointObjectiveSeconds", .number(policy.objectiveSeconds % 60)),
            .value("RecoveryPointObjectiveMinutes", .number(policy.objectiveSeconds / 60)),
            .group("RPOSchedule", [periods("1")]),
            .group(
                "RPOReporting",
                [reporting("MarkAsWarning", minutes: 5), reporting("MarkAsFailed", minutes: 10)]
            ),
            .value("ShortTermRetentionMinutes", 0),
            .value("ShortTermRetentionHours", .number(policy.shortTermHours)),
            .value("LongTermRetentionHours", .number(policy.longTermHours)),
            .value("LongTermRetentionKeepDays", .number(policy.longTermDays)),
            .element(
                Element(
                    "LongTermRetentionSchedule",
                    attributes: [("Enabled", true)],
                    // 2 is what the examples have in every hour; its meaning is in no page.
                    content: [periods("2")]
                )
            ),
        ]
    }

    private static func reporting(_ name: String, minutes: Int) -> Content {
        .group(
            name,
            [
                .value("Enabled", true), .value("RPOThresholdSeconds", 0),
                .value("RPOThresholdMinutes", .number(minutes)),
            ]
        )
    }

    private static func periods(_ flag: String) -> Content {
        let hours = Array(repeating: flag, count: 24).joined(separator: ",")
        let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"].map {
            Element("Day", attributes: [("Name", .text($0))], text: .text(hours))
        }
        return .group("TimePeriods", [.items(of: "Day", days)])
    }
}
