// SPDX-License-Identifier: Apache-2.0

/// Finds the names that a person may have meant.
public enum NearestNames {
    /// The known names that are near enough to one that was typed, nearest first, five at most; case counts little.
    public static func of(_ word: String, in known: some Sequence<String>) -> [String] {
        let typed = word.lowercased()
        // Longer words than any name are not compared, as the work grows with the product of the lengths.
        guard !typed.isEmpty, typed.unicodeScalars.count <= 200 else { return [] }
        let known = Array(known)
        let limit = max(2, typed.unicodeScalars.count / 3)
        var found: [(name: String, distance: Int)] = []
        for name in known where !name.isEmpty {
            let folded = name.lowercased()
            if abs(folded.unicodeScalars.count - typed.unicodeScalars.count) <= limit {
                let distance = distance(typed, folded)
                if distance <= limit { found.append((name, distance)) }
            }
        }
        // A name that goes on where the typed one ends is a guess as well, but a worse one.
        let longer = known.filter { name in
            typed.count >= 3 && name.lowercased().hasPrefix(typed) && !found.contains { $0.name == name }
        }
        let near = found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.map(\.name)
        return Array((near + longer).prefix(5))
    }

    /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
    private static func distance(_ left: String, _ right: String) -> Int {
        let a = Array(left.unicodeScalars)
        let b = Array(right.unicodeScalars)
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var before = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        for i in 1...a.count {
            var current = [i] + [Int](repeating: 0, count: b.count)
            for j in 1...b.count {
                let cost = a[i - 1] == b[j - 1] ? 0 : 1
                current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    current[j] = min(current[j], before[j - 2] + 1)
                }
            }
            before = previous
            previous = current
        }
        return previous[b.count]
    }
}
