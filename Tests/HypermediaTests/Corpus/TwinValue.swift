// SPDX-License-Identifier: Apache-2.0

import Hypermedia

/// A value of a document with its path, after the normalisations that make XML and JSON comparable.
///
/// 1. names in lower case: the guide's JSON changes the case of some (`vAppNewName`, `VAppNewName`);
/// 2. empty values left out: XML writes an empty element where JSON has an empty string or object, null, or nothing;
/// 3. booleans in lower case: XML examples have `True` beside `true`;
/// 4. points in time without fractions of seconds and zone; where one format has a time of day alone, the date that the
///    other has before it means nothing;
/// 5. blanks inside values folded: XML examples are broken into lines.
struct TwinValue: Hashable {
    let path: String
    let text: String

    /// The values of a document.
    static func all(in root: Resource) -> [TwinValue] {
        root.allProperties.compactMap { property in
            let value = normalise(property.value)
            return value.isEmpty ? nil : TwinValue(path: property.path.description.lowercased(), text: value)
        }
    }

    /// What each of two has more often than the other.
    static func difference(_ first: [TwinValue], _ second: [TwinValue]) -> ([TwinValue], [TwinValue]) {
        var (first, second) = (rest(of: first, without: second), rest(of: second, without: first))
        for value in first {
            guard let twin = second.firstIndex(where: { $0.isSameTime(as: value) }),
                let own = first.firstIndex(of: value)
            else { continue }
            second.remove(at: twin)
            first.remove(at: own)
        }
        return (first, second)
    }

    private static func rest(of first: [TwinValue], without second: [TwinValue]) -> [TwinValue] {
        var counts = Dictionary(second.map { ($0, 1) }, uniquingKeysWith: +)
        return first.filter { value in
            counts[value, default: 0] -= 1
            return counts[value, default: 0] < 0
        }
    }

    /// Whether one of the two is the time of day of the other.
    private func isSameTime(as other: TwinValue) -> Bool {
        guard path == other.path else { return false }
        let (short, long) = text.count < other.text.count ? (text, other.text) : (other.text, text)
        return short.wholeMatch(of: #/\d{2}:\d{2}:\d{2}/#) != nil
            && long.wholeMatch(of: #/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/#) != nil && long.hasSuffix("T" + short)
    }

    private static func normalise(_ text: String) -> String {
        let folded = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if ["true", "false"].contains(folded.lowercased()) { return folded.lowercased() }
        let time = #/(?<time>(?:\d{4}-\d{2}-\d{2}T)?\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?/#
        if let match = folded.wholeMatch(of: time) { return String(match.output.time) }
        return folded
    }
}
