// SPDX-License-Identifier: Apache-2.0

#if Network
/// What a part of a resource holds, as short as a person needs it to know whether to look.
struct PartSummary {
    let text: String

    /// More values than these are told by their ends and their number.
    private static let mostValues = 3

    init(_ part: PropertyTree) {
        let enabled = part.children.first { $0.name.lowercased() == "enabled" && !$0.isPart }
        // What is switched off says nothing with the rest of its settings.
        if enabled?.values == ["false"] {
            text = "off"
            return
        }
        var words: [String] = []
        if enabled?.values == ["true"] { words.append("on") }
        if !part.values.isEmpty { words.append(PartSummary.values(part.values)) }
        for child in part.children where !child.isPart && child.name != enabled?.name {
            if child.values.contains(where: { !$0.isEmpty }) {
                words.append("\(child.name) \(PartSummary.values(child.values))")
            }
        }
        // Of the parts in it only the shortest are told: a line is for one part.
        for child in part.children where child.isPart {
            let inside = PartSummary(child).text
            words.append(child.values.count > 1 || inside == "off" ? "\(child.name) \(inside)" : child.name)
        }
        // The names of a repeated element, such as those of days, are not worth a word beside it.
        if !part.values.isEmpty, words.count > 1 { words = Array(words.prefix(1)) }
        text = words.isEmpty ? "—" : words.joined(separator: ", ")
    }

    private static func values(_ values: [String]) -> String {
        if let switches = switches(values) { return switches }
        guard values.count > mostValues, let first = values.first, let last = values.last else {
            return values.joined(separator: ", ")
        }
        return "\(first) … \(last) (\(values.count))"
    }

    /// Rows of 0 and 1, such as the hours of a week; nil for anything else.
    private static func switches(_ values: [String]) -> String? {
        let rows = values.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard rows.allSatisfy({ $0.count > 1 && $0.allSatisfy { $0 == "0" || $0 == "1" } }) else { return nil }
        let all = rows.joined()
        let on = all.count { $0 == "1" }
        let size = rows.count > 1 ? "\(rows.count) × \(rows[0].count)" : "\(rows[0].count)"
        return on == all.count ? "\(size), all on" : on == 0 ? "\(size), all off" : "\(size), \(on) on"
    }
}
#endif
