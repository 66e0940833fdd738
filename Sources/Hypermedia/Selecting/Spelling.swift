// SPDX-License-Identifier: Apache-2.0

/// Finds what a person may have meant.
public enum Spelling {
    /// The known word nearest to one that was typed, if any is near enough; ASCII case counts little.
    public static func nearest(to word: String, in known: some Sequence<String>) -> String? {
        let typed = word.lowercased()
        let limit = max(2, typed.unicodeScalars.count / 3)
        var best: (word: String, distance: Int)?
        // Longer words than any name are not compared, as the work grows with the product of the lengths.
        guard typed.unicodeScalars.count <= 1_000 else { return nil }
        for candidate in known where abs(candidate.unicodeScalars.count - typed.unicodeScalars.count) <= limit {
            let distance = distance(typed, candidate.lowercased())
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
    static func distance(_ left: String, _ right: String) -> Int {
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
