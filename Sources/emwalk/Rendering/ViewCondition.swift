// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia

/// What an item must hold to be shown: `State=Failed`, `FreeSpace<500GB`, `EndTimeUTC>12h ago`, `Name~sql`.
///
/// Numbers and dates compare as such, anything else as text; `~` is contained in it, whatever the case. Of several
/// values at a path one must fit; for `!=` none may. `~sql` alone is contained in any of its values.
struct ViewCondition: Sendable, CustomStringConvertible {
    private enum Comparison: String, CaseIterable {
        // The longer ones first, as they begin like others.
        case unequal = "!="
        case atMost = "<="
        case atLeast = ">="
        case equal = "="
        case less = "<"
        case greater = ">"
        case contains = "~"
    }

    /// Where the value stands; nil for anywhere.
    var path: PropertyPath?
    let description: String
    private let comparison: Comparison
    private let text: String
    private let number: Double?
    private let date: ServerDate?

    /// Reads a condition.
    ///
    /// - Parameters:
    ///   - text: property path, comparison, value.
    ///   - now: what `12h ago`, `today` and `yesterday` are counted from.
    ///   - zone: where dates without a zone are meant.
    init(_ text: String, now: Date = .now, zone: TimeZone = .current) throws {
        guard let start = text.firstIndex(where: { "!<>=~".contains($0) }),
            let comparison = Comparison.allCases.first(where: { text[start...].hasPrefix($0.rawValue) }),
            start != text.startIndex || comparison == .contains && text.count > 1
        else {
            throw CommandError(
                "usage",
                "‘\(text)’ is no condition.",
                hint: "Write PROPERTY=VALUE, or with != < <= > >= ~ (contains), such as --where 'FreeSpace<500GB'."
            )
        }
        description = text
        path =
            start == text.startIndex ? nil : PropertyPath(text[..<start].trimmingCharacters(in: .whitespaces))
        self.comparison = comparison
        let value = text[start...].dropFirst(comparison.rawValue.count).trimmingCharacters(in: .whitespaces)
        self.text = value
        number = Quantity.number(value)
        date = ViewCondition.date(value, now: now, zone: zone)
    }

    /// The same where `12h ago`, `today` and `yesterday` are counted from another now, such as that of a server.
    func counted(from now: Date, zone: TimeZone = .current) -> ViewCondition {
        guard var condition = try? ViewCondition(description, now: now, zone: zone) else { return self }
        condition.path = path
        return condition
    }

    /// Whether a text is one, and not a path with one in brackets.
    static func isOne(_ text: String) -> Bool {
        guard let first = text.firstIndex(where: { "=!<>~[/@".contains($0) }), first > text.startIndex else {
            return false
        }
        return Comparison.allCases.contains { text[first...].hasPrefix($0.rawValue) }
    }

    /// Whether an item fits.
    func holds(for item: ItemValues) -> Bool {
        guard let path else { return item.contains { holds(for: [$0]) } }
        return holds(for: item.values(path))
    }

    /// Whether values fit.
    func holds(for values: [String]) -> Bool {
        switch comparison {
        case .unequal: !values.contains { isEqual($0) }
        case .equal: values.contains { isEqual($0) }
        case .contains: values.contains { $0.lowercased().contains(text.lowercased()) }
        case .less: values.contains { order($0) == .orderedAscending }
        case .greater: values.contains { order($0) == .orderedDescending }
        case .atMost: values.contains { order($0).map { $0 != .orderedDescending } ?? false }
        case .atLeast: values.contains { order($0).map { $0 != .orderedAscending } ?? false }
        }
    }

    private func isEqual(_ value: String) -> Bool { value == text || order(value) == .orderedSame && isMeasured(value) }

    private func isMeasured(_ value: String) -> Bool {
        number != nil && Double(value) != nil || date != nil && ServerDate(value) != nil
    }

    /// How a value stands to what was typed; nil where one is a number or a date and the other is not.
    private func order(_ value: String) -> ComparisonResult? {
        if let number {
            return Double(value).map {
                $0 < number ? .orderedAscending : $0 > number ? .orderedDescending : .orderedSame
            }
        }
        if let date {
            return ServerDate(value).map {
                $0 < date ? .orderedAscending : $0 > date ? .orderedDescending : .orderedSame
            }
        }
        return value < text ? .orderedAscending : value > text ? .orderedDescending : .orderedSame
    }

    private static func date(_ text: String, now: Date, zone: TimeZone) -> ServerDate? {
        if let date = ServerDate(text, zone: zone) { return date }
        let words = text.lowercased()
        let offset = Double(zone.secondsFromGMT(for: now))
        let midnight = ((now.timeIntervalSince1970 + offset) / 86_400).rounded(.down) * 86_400 - offset
        switch words {
        case "now": return ServerDate(seconds: now.timeIntervalSince1970)
        case "today": return ServerDate(seconds: midnight)
        case "yesterday": return ServerDate(seconds: midnight - 86_400)
        default: break
        }
        guard words.hasSuffix(" ago"), let age = AgeArgument(argument: String(words.dropLast(4))) else { return nil }
        return ServerDate(seconds: now.timeIntervalSince1970 - Double(age.duration.components.seconds))
    }
}
#endif
