// SPDX-License-Identifier: Apache-2.0

#if Network && os(Linux)
/// What a page says that a terminal shows: `…` in a line stands for any words, a line of its own for any lines.
struct ShownOutput {
    static let gap: Character = "…"

    let lines: [String]

    /// The first line that the screen does not show, or nil if all is as the page says.
    func firstMissing(in screen: [String]) -> String? {
        var furthest = 0
        guard matches(0, screen, 0, &furthest) else {
            return furthest < lines.count ? lines[furthest] : "(the end; the screen goes on)"
        }
        return nil
    }

    private func matches(_ line: Int, _ screen: [String], _ row: Int, _ furthest: inout Int) -> Bool {
        furthest = max(furthest, line)
        guard line < lines.count else { return row == screen.count }
        if lines[line] == String(Self.gap) {
            return (row...screen.count).contains { matches(line + 1, screen, $0, &furthest) }
        }
        guard row < screen.count, Self.fits(lines[line], screen[row]) else { return false }
        return matches(line + 1, screen, row + 1, &furthest)
    }

    /// A row with gaps for what is another one each time: moments, durations, names of runs.
    static func generalized(_ row: String) -> String {
        row.replacing(/\d+ ms\b/, with: "\(gap) ms")
            .replacing(/2026-03-02[T ]09:\d\d[0-9:.]*Z?/, with: "\(gap)")
    }

    /// Whether a line of a page stands for a row of a screen.
    static func fits(_ line: String, _ row: String) -> Bool {
        let parts = line.split(separator: gap, omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else { return line == row }
        guard row.hasPrefix(first) else { return false }
        var rest = row.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
#endif
