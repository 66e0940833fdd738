// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation

/// A point in time as XML Schema writes it: `2026-01-16T22:00:00Z`, with fractions and zones of any kind.
struct ServerDate: Comparable, Sendable {
    /// Seconds since the beginning of 1970, UTC; of the zone of the server where none is named.
    let seconds: Double
    /// Whether it says in which zone it is meant.
    let hasZone: Bool

    /// Reads a date with a time; nil for anything else.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - zone: where dates without a time and a zone are meant, as people type them; nil if these are no dates.
    init?(_ text: String, zone: TimeZone? = nil) {
        var rest = Substring(text).utf8
        guard let year = ServerDate.digits(4, of: &rest), ServerDate.drop("-", of: &rest),
            let month = ServerDate.digits(2, of: &rest), ServerDate.drop("-", of: &rest),
            let day = ServerDate.digits(2, of: &rest), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        var seconds = Double(ServerDate.days(year, month, day)) * 86_400
        var offset: Double?
        if rest.isEmpty {
            guard zone != nil else { return nil }
        } else {
            guard ServerDate.drop("T", of: &rest) || ServerDate.drop(" ", of: &rest),
                let time = ServerDate.time(&rest)
            else { return nil }
            seconds += time
            offset = ServerDate.offset(&rest)
            guard rest.isEmpty else { return nil }
        }
        hasZone = offset != nil
        if let offset {
            seconds -= offset
        } else if let zone {
            seconds -= Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)))
        }
        self.seconds = seconds
    }

    /// Reads `Fri, 16 Jan 2026 22:00:00 GMT` (RFC 9110, 5.6.7); nil for anything else.
    init?(http text: String) {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: words[2].lowercased()) else {
            return nil
        }
        self.init("\(words[3])-\(month < 9 ? "0" : "")\(month + 1)-\(words[1])T\(words[4])Z")
    }

    /// A point in time by seconds since the beginning of 1970, UTC.
    init(seconds: Double) {
        self.seconds = seconds
        hasZone = true
    }

    static func < (left: ServerDate, right: ServerDate) -> Bool { left.seconds < right.seconds }
    static func == (left: ServerDate, right: ServerDate) -> Bool { left.seconds == right.seconds }

    /// Date and time in a zone, to the second, with the zone if wanted.
    func text(in zone: TimeZone, namingZone: Bool) -> String {
        let offset = hasZone ? zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)) : 0
        let local = Int(seconds.rounded(.down)) + offset
        let day = (local >= 0 ? local : local - 86_399) / 86_400
        let (year, month, dayOfMonth) = ServerDate.civil(day)
        let time = local - day * 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        var text = "\(year)-\(two(month))-\(two(dayOfMonth))"
        text += " \(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))"
        guard namingZone, hasZone else { return text }
        if offset == 0 { return text + " UTC" }
        return text + (offset < 0 ? " -" : " +") + two(abs(offset) / 3600) + ":" + two(abs(offset) / 60 % 60)
    }

    /// `hh:mm`, `hh:mm:ss` or with a fraction, in seconds.
    private static func time(_ rest: inout Substring.UTF8View) -> Double? {
        guard let hours = digits(2, of: &rest), drop(":", of: &rest), let minutes = digits(2, of: &rest) else {
            return nil
        }
        var seconds = Double(hours * 3600 + minutes * 60)
        guard drop(":", of: &rest) else { return seconds }
        guard let whole = digits(2, of: &rest) else { return nil }
        seconds += Double(whole)
        guard drop(".", of: &rest) else { return seconds }
        var place = 0.1
        while let digit = digits(1, of: &rest) {
            seconds += Double(digit) * place
            place /= 10
        }
        return seconds
    }

    /// `Z`, `+hh:mm` or `-hhmm`, in seconds; nil if there is none.
    private static func offset(_ rest: inout Substring.UTF8View) -> Double? {
        if drop("Z", of: &rest) { return 0 }
        let sign = rest.first == UInt8(ascii: "-") ? -1 : 1
        guard drop("-", of: &rest) || drop("+", of: &rest), let hours = digits(2, of: &rest) else { return nil }
        _ = drop(":", of: &rest)
        return digits(2, of: &rest).map { Double(sign * (hours * 3600 + $0 * 60)) }
    }

    private static func digits(_ count: Int, of rest: inout Substring.UTF8View) -> Int? {
        let part = rest.prefix(count)
        guard part.count == count, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        return part.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    private static func drop(_ character: Unicode.Scalar, of rest: inout Substring.UTF8View) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// The days from 1970 to a day of the Gregorian calendar.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        // March begins the year, so that the leap day is its last.
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day of the Gregorian calendar that is so many days after the beginning of 1970.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part + (part < 10 ? 3 : -9)
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
    }
}
#endif
