// SPDX-License-Identifier: Apache-2.0

import Hypermedia

/// A value of a document with its path, after the normalisations that make XML and JSON comparable:
///
/// 1. names in lower case: the guide's JSON changes the case of some (`vAppNewName`, `VAppNewName`);
/// 2. empty values left out: XML writes an empty element where JSON has an empty string or object, null, or nothing;
/// 3. booleans in lower case: XML examples have `True` beside `true`;
/// 4. times of day and dates cut to what both formats write: without fractions of seconds and zone; where XML has a
///    time of day alone, JSON has a date before it that means nothing;
/// 5. blanks inside values folded: XML examples are broken into lines.
enum TwinValue {
    /// The values, sorted.
    static func all(in root: Resource) -> [String] {
        root.allProperties.compactMap { property in
            let value = normalise(property.value)
            return value.isEmpty ? nil : "\(property.path.description.lowercased()) = \(value)"
        }.sorted()
    }

    /// What the first has more often than the second.
    static func difference(_ first: [String], _ second: [String]) -> [String] {
        var counts: [String: Int] = [:]
        for value in second { counts[value, default: 0] += 1 }
        return first.filter { value in
            counts[value, default: 0] -= 1
            return counts[value, default: 0] < 0
        }
    }

    private static func normalise(_ text: String) -> String {
        let folded = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if ["true", "false"].contains(folded.lowercased()) { return folded.lowercased() }
        let time = #/(?:\d{4}-\d{2}-\d{2}T)?(?<time>\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?/#
        if let match = folded.wholeMatch(of: time) { return String(match.output.time) }
        return folded
    }
}
