// SPDX-License-Identifier: Apache-2.0

/// A point in time, kept in milliseconds since 1970, written as EM writes it.
struct Timestamp: Hashable, Comparable, Sendable {
    let milliseconds: Int

    init(milliseconds: Int) { self.milliseconds = milliseconds }

    static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    /// `2026-01-15T22:00:00.25Z`; no fraction if there is none.
    var iso: String { date + "T" + time + fraction + "Z" }

    /// `2026-01-15 22:00:00.25`, as it stands in the names of sessions [backupsessions_id].
    var inName: String { date + " " + time + fraction }

    /// `Fri, 16 Jan 2026 06:00:00 GMT`, as headers have it (RFC 9110, 5.6.7).
    var http: String {
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let days = Timestamp.floorDivide(milliseconds, 86_400_000)
        let (year, month, day) = civil
        return weekdays[days - Timestamp.floorDivide(days, 7) * 7] + ", " + Timestamp.padded(day, 2) + " "
            + months[month - 1] + " " + Timestamp.padded(year, 4) + " " + time + " GMT"
    }

    private var date: String {
        let (year, month, day) = civil
        return "\(Timestamp.padded(year, 4))-\(Timestamp.padded(month, 2))-\(Timestamp.padded(day, 2))"
    }

    private var civil: (year: Int, month: Int, day: Int) {
        // Days to civil date in the proleptic Gregorian calendar, with years that begin in March.
        let days = Timestamp.floorDivide(milliseconds, 86_400_000) + 719_468
        let era = Timestamp.floorDivide(days, 146_097)
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, day)
    }

    private var time: String {
        let seconds = Timestamp.floorDivide(milliseconds, 1000)
        let ofDay = seconds - Timestamp.floorDivide(seconds, 86_400) * 86_400
        return [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { Timestamp.padded($0, 2) }.joined(separator: ":")
    }

    private var fraction: String {
        let rest = milliseconds - Timestamp.floorDivide(milliseconds, 1000) * 1000
        guard rest > 0 else { return "" }
        var digits = Timestamp.padded(rest, 3)
        while digits.hasSuffix("0") { digits.removeLast() }
        return "." + digits
    }

    private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
