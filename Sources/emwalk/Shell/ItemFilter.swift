// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// What is asked of items: `Result=Failed`, `FreeSpace<2T`, `Name~sql`, or a word that occurs anywhere.
struct ItemFilter: Hashable {
    /// How a value is compared.
    enum Comparison: String, CaseIterable {
        case isNot = "!="
        case isAtMost = "<="
        case isAtLeast = ">="
        case isValue = "="
        case contains = "~"
        case isLess = "<"
        case isMore = ">"
    }

    let property: String?
    let comparison: Comparison
    let value: String

    /// A word that occurs in any value, or a name, in whichever case.
    init(word: String) {
        property = nil
        comparison = .contains
        value = word
    }

    /// A condition; nil if the text is none, such as a path with a condition in brackets.
    init?(_ text: String) {
        guard let first = text.firstIndex(where: { "=!<>~[/@".contains($0) }), first > text.startIndex else {
            return nil
        }
        let rest = text[first...]
        guard let comparison = Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) }) else { return nil }
        property = String(text[..<first])
        self.comparison = comparison
        value = String(rest.dropFirst(comparison.rawValue.count))
    }

    /// Whether one of the values is as asked; a last name alone stands for a whole path.
    func holds(for item: Resource) -> Bool {
        guard let property else {
            return ([item.label, item.uid, item.type?.rawValue] + item.properties.map { $0.isSecret ? nil : $0.value })
                .contains { $0.map(isFitting) ?? false }
        }
        let identity = item.representation.profile.identity
        let wanted = property.lowercased()
        var values = item.values(PropertyPath(property))
        if wanted == identity.name.lowercased() { values += [item.label].compactMap(\.self) }
        if values.isEmpty {
            values = item.properties.filter { $0.path.names.last?.lowercased() == wanted && !$0.isSecret }.map(\.value)
        }
        return comparison == .isNot ? values.allSatisfy(isFitting) : values.contains(where: isFitting)
    }

    private func isFitting(_ text: String) -> Bool {
        let order = compare(text)
        return switch comparison {
        case .contains: text.lowercased().contains(value.lowercased())
        case .isValue: order == 0
        case .isNot: order != 0
        case .isLess: order < 0
        case .isMore: order > 0
        case .isAtMost: order <= 0
        case .isAtLeast: order >= 0
        }
    }

    /// As numbers where both are (200G counts in powers of 1024), else as text in whichever case; that puts dates as
    /// the API writes them in order, too.
    private func compare(_ text: String) -> Int {
        if let left = Double(text), let right = ItemFilter.number(value) {
            return left < right ? -1 : left > right ? 1 : 0
        }
        let (left, right) = (text.lowercased(), value.lowercased())
        return left < right ? -1 : left > right ? 1 : 0
    }

    private static func number(_ text: String) -> Double? {
        if let plain = Double(text) { return plain }
        let units: [Character: Double] = ["K": 0x1p10, "M": 0x1p20, "G": 0x1p30, "T": 0x1p40, "P": 0x1p50]
        guard let unit = text.last.flatMap({ units[Character($0.uppercased())] }) else { return nil }
        return Double(text.dropLast()).map { $0 * unit }
    }
}
#endif
