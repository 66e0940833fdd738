// SPDX-License-Identifier: Apache-2.0

/// Whether a text is a value of a built-in type.
enum LexicalForm {
    static func accepts(_ text: String, as type: BuiltinType) -> Bool {
        switch type.kind {
        case .text: named(text, type)
        case .boolean: ["true", "false", "1", "0"].contains(text)
        case .integer: !text.contains(".") && DecimalText(text) != nil && isInBounds(text, type)
        case .decimal: DecimalText(text) != nil
        case .float: isFloat(text)
        case .dateTime: isDateTime(text)
        case .date: zone(of: text[...]).map { isDate($0) } ?? false
        case .time: zone(of: text[...]).map { isTime($0) } ?? false
        case .duration: isDuration(text)
        case .binary: isBinary(text, type)
        case .uri: true
        }
    }

    private static func named(_ text: String, _ type: BuiltinType) -> Bool {
        switch type.rawValue {
        case "NCName", "ID", "IDREF", "ENTITY": matches(text, "[\\i-[:]][\\c-[:]]*")
        case "Name": matches(text, "\\i\\c*")
        case "NMTOKEN": matches(text, "\\c+")
        case "language": matches(text, "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
        default: true
        }
    }

    private static func isInBounds(_ text: String, _ type: BuiltinType) -> Bool {
        guard let number = DecimalText(text) else { return false }
        let bounds = type.bounds
        if let least = bounds.minimum.flatMap(DecimalText.init), number < least { return false }
        if let most = bounds.maximum.flatMap(DecimalText.init), most < number { return false }
        return true
    }

    private static func isFloat(_ text: String) -> Bool {
        ["INF", "-INF", "NaN"].contains(text)
            || matches(text, "[+\\-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([Ee][+\\-]?[0-9]+)?")
    }

    private static func isDateTime(_ text: String) -> Bool {
        guard let local = zone(of: text[...]), let middle = local.firstIndex(of: "T") else { return false }
        return isDate(local[..<middle]) && isTime(local[local.index(after: middle)...])
    }

    /// The text without its time zone; nil if that is none.
    private static func zone(of text: Substring) -> Substring? {
        if text.last == "Z" { return text.dropLast() }
        let tail = text.suffix(6)
        guard tail.count == 6, tail.first == "+" || tail.first == "-", tail.dropFirst(3).first == ":" else {
            return text
        }
        let hours = Int(tail.dropFirst().prefix(2)) ?? 99
        let minutes = Int(tail.suffix(2)) ?? 99
        return minutes < 60 && (hours < 14 || hours == 14 && minutes == 0) ? text.dropLast(6) : nil
    }

    private static func isDate(_ text: Substring) -> Bool {
        guard matches(String(text), "-?[0-9]{4,}-[0-9]{2}-[0-9]{2}"),
            let month = Int(text.suffix(5).prefix(2)), let day = Int(text.suffix(2)),
            let year = Int(text.dropLast(6).suffix(4))
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...12).contains(month) && (1...days[month - 1]).contains(day)
    }

    private static func isTime(_ text: Substring) -> Bool {
        guard matches(String(text), "[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?"),
            let hour = Int(text.prefix(2)), let minute = Int(text.dropFirst(3).prefix(2)),
            let second = Int(text.dropFirst(6).prefix(2))
        else { return false }
        if hour == 24 { return text.dropFirst(2).allSatisfy { $0 == "0" || $0 == ":" || $0 == "." } }
        return hour < 24 && minute < 60 && second < 60
    }

    private static func isDuration(_ text: String) -> Bool {
        let days = "([0-9]+Y)?([0-9]+M)?([0-9]+D)?"
        let time = "(T([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?"
        return matches(text, "-?P" + days + time) && text.last != "P" && text.last != "T"
    }

    private static func isBinary(_ text: String, _ type: BuiltinType) -> Bool {
        if type.rawValue == "hexBinary" { return matches(text, "([0-9A-Fa-f]{2})*") }
        let letters = text.filter { !$0.isWhitespace }
        return letters.count % 4 == 0 && matches(letters, "[A-Za-z0-9+/]*={0,2}")
    }

    private static func matches(_ text: String, _ pattern: String) -> Bool {
        PatternExpression(pattern)?.matches(text) ?? true
    }
}
