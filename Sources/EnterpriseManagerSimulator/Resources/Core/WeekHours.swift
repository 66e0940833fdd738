// SPDX-License-Identifier: Apache-2.0

/// Days of the week with a flag for each hour, as schedules have them [jobscheduleoptions].
enum WeekHours {
    static let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    /// Every hour of every day.
    private static let all: Content = {
        let hours = Array(repeating: "1", count: 24).joined(separator: ",")
        return .items(of: "Day", days.map { Element("Day", attributes: [("Name", .text($0))], text: .text(hours)) })
    }()

    /// Every hour of every day, in a wrapper.
    static func all(_ wrapper: String) -> Content { .group(wrapper, [all]) }
}
