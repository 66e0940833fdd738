// SPDX-License-Identifier: Apache-2.0

/// A value that can be more or less than another: a number, or a point in time.
enum Magnitude: Hashable {
    case number(Double)
    /// Seconds since 1970; a time that names no zone is taken for UTC, as servers write it.
    case time(Double)

    init?(_ text: String) {
        if let seconds = Magnitude.seconds(text) {
            self = .time(seconds)
        } else if let number = Double(text), number.isFinite {
            self = .number(number)
        } else {
            return nil
        }
    }

    /// Nil if the two cannot be compared.
    func isLess(than other: Magnitude) -> Bool? {
        switch (self, other) {
        case (.number(let left), .number(let right)), (.time(let left), .time(let right)): left < right
        default: nil
        }
    }

    static func isTime(_ text: String) -> Bool { seconds(text) != nil }

    // MARK: Times

    /// A date and time of XML Schema: `2026-01-31T22:00:00.5+01:00`.
    private static func seconds(_ text: String) -> Double? {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        let date = numbers(halves[0], "-")
        guard let date, date.count == 3, (1...12).contains(date[1]), (1...31).contains(date[2]) else { return nil }
        var clock = halves[1]
        var offset = 0
        if clock.last == "Z" {
            clock = clock.dropLast()
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let zone = numbers(clock[clock.index(after: sign)...], ":"), zone.count == 2 else { return nil }
            offset = (zone[0] * 60 + zone[1]) * (clock[sign] == "-" ? -60 : 60)
            clock = clock[..<sign]
        }
        let parts = clock.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let time = numbers(parts[0], ":"), time.count == 3, time[0] <= 24, time[1] < 60, time[2] <= 60 else {
            return nil
        }
        var fraction = 0.0
        if parts.count == 2 {
            guard !parts[1].isEmpty, parts[1].allSatisfy(\.isNumber), let part = Double("0.\(parts[1])") else {
                return nil
            }
            fraction = part
        }
        let day = days(date[0], date[1], date[2])
        return Double(day * 86_400 + time[0] * 3600 + time[1] * 60 + time[2] - offset) + fraction
    }

    private static func numbers(_ text: Substring, _ separator: Character) -> [Int]? {
        var result: [Int] = []
        for part in text.split(separator: separator, omittingEmptySubsequences: false) {
            guard (2...4).contains(part.count), part.allSatisfy(\.isASCII), let number = Int(part), number >= 0 else {
                return nil
            }
            result.append(number)
        }
        return result
    }

    /// Days since 1970-01-01 in the Gregorian calendar; years begin in March, so that leap days come last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
