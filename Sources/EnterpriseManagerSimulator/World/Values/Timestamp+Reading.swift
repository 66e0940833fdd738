// SPDX-License-Identifier: Apache-2.0

extension Timestamp {
    /// A point in time as clients write it, or nil for anything else.
    ///
    /// `2026-01-15T22:00:00.25Z`, with an offset, without either, or a date alone; without an offset it is UTC, as in
    /// the filters of the guide [get_query_backupjobsession].
    init?(reading text: String) {
        var rest = text[...]
        guard let year = Timestamp.take(4, &rest), Timestamp.skip("-", &rest), let month = Timestamp.take(2, &rest),
            Timestamp.skip("-", &rest), let day = Timestamp.take(2, &rest), (1...12).contains(month),
            (1...Timestamp.length(of: month, year)).contains(day)
        else { return nil }
        var milliseconds = Timestamp.days(year, month, day) * 86_400_000
        if Timestamp.skip("T", &rest) || Timestamp.skip(" ", &rest) {
            guard let hour = Timestamp.take(2, &rest), Timestamp.skip(":", &rest),
                let minute = Timestamp.take(2, &rest), hour < 24, minute < 60
            else { return nil }
            milliseconds += hour * 3_600_000 + minute * 60_000
            if Timestamp.skip(":", &rest) {
                guard let second = Timestamp.take(2, &rest), second < 60 else { return nil }
                milliseconds += second * 1000
                if Timestamp.skip(".", &rest) {
                    let digits = rest.prefix { $0.isASCII && $0.isNumber }
                    guard !digits.isEmpty, let value = Int((digits + "000").prefix(3)) else { return nil }
                    milliseconds += value
                    rest = rest.dropFirst(digits.count)
                }
            }
            guard let offset = Timestamp.offset(&rest) else { return nil }
            milliseconds -= offset * 60_000
        }
        guard rest.isEmpty else { return nil }
        self.init(milliseconds: milliseconds)
    }

    /// Minutes east of Greenwich.
    private static func offset(_ rest: inout Substring) -> Int? {
        if rest.isEmpty || skip("Z", &rest) || skip("z", &rest) { return 0 }
        let sign = skip("+", &rest) ? 1 : skip("-", &rest) ? -1 : 0
        guard sign != 0, let hour = take(2, &rest), skip(":", &rest), let minute = take(2, &rest) else { return nil }
        return sign * (hour * 60 + minute)
    }

    private static func take(_ count: Int, _ rest: inout Substring) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        rest = rest.dropFirst(count)
        return Int(digits)
    }

    private static func skip(_ character: Character, _ rest: inout Substring) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    private static func length(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01, with years that begin in March.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + ofYear - 719_468
    }
}
