// SPDX-License-Identifier: Apache-2.0

extension Timestamp {
    /// `Oct  6 2025  1:59PM`, as restore points are named [vmrestorepoints_id].
    var inRestorePointName: String {
        let (year, month, day, hour, minute, _) = parts
        let time = Timestamp.wide(Timestamp.twelve(hour), " ") + ":" + Timestamp.wide(minute, "0")
        return "\(Timestamp.months[month - 1]) \(Timestamp.wide(day, " ")) \(year) \(time)\(hour < 12 ? "AM" : "PM")"
    }

    /// `10/19/2025 5:25:00 AM`, as the points of the catalog are named [catalog_vms_vmname_vmrestorepoints].
    var inCatalogName: String {
        let (year, month, day, hour, minute, second) = parts
        let time = "\(Timestamp.twelve(hour)):\(Timestamp.wide(minute, "0")):\(Timestamp.wide(second, "0"))"
        return "\(month)/\(day)/\(year) \(time) \(hour < 12 ? "AM" : "PM")"
    }

    /// `2025-09-20T175902`, as it stands in the names of backup files [get_backupfiles_id].
    var inFileName: String { String(iso.prefix(19).filter { $0 != ":" }) }

    /// The moment that a date and time of XML Schema names, or nil for another text.
    ///
    /// It is exact to the millisecond; without a time zone it is UTC.
    init?(iso text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        func number(_ width: Int, _ end: UInt8?) -> Int? {
            guard rest.count >= width, let value = Int(String(decoding: rest.prefix(width), as: UTF8.self)),
                rest.prefix(width).allSatisfy({ (48...57).contains($0) })
            else { return nil }
            rest = rest.dropFirst(width)
            guard let end else { return value }
            return rest.popFirst() == end ? value : nil
        }
        guard let year = number(4, 45), let month = number(2, 45), let day = number(2, 84), let hour = number(2, 58),
            let minute = number(2, 58), let second = number(2, nil), (1...12).contains(month),
            (1...31).contains(day), hour < 25, minute < 60, second < 61
        else { return nil }
        var milliseconds = 0
        if rest.first == 46 {
            let digits = rest.dropFirst().prefix { (48...57).contains($0) }
            guard !digits.isEmpty else { return nil }
            rest = rest.dropFirst(digits.count + 1)
            milliseconds = Int(String(decoding: (Array(digits) + [48, 48]).prefix(3), as: UTF8.self)) ?? 0
        }
        var offset = 0
        if let sign = rest.popFirst(), sign != 90 {
            guard sign == 43 || sign == 45, let hours = number(2, 58), let minutes = number(2, nil) else { return nil }
            offset = (hours * 60 + minutes) * (sign == 43 ? 1 : -1)
        }
        guard rest.isEmpty else { return nil }
        let days = Timestamp.days(year, month, day)
        self.init(milliseconds: (((days * 24 + hour) * 60 + minute - offset) * 60 + second) * 1000 + milliseconds)
    }

    /// Days since 1970 of a date in the proleptic Gregorian calendar.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private var parts: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        let numbers = iso.split { !$0.isNumber }.compactMap { Int($0) }
        return (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    }

    private static func twelve(_ hour: Int) -> Int { (hour + 11) % 12 + 1 }

    private static func wide(_ number: Int, _ filler: String) -> String { (number < 10 ? filler : "") + String(number) }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
