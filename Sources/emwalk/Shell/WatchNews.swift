// SPDX-License-Identifier: Apache-2.0

#if Network
/// What of the lines that are watched is new.
struct WatchNews {
    private var shown: [String] = []

    /// Takes what is there now; the lines that were not there before, and whether they are a change of something.
    mutating func take(_ lines: [String]) -> (lines: [String], isChange: Bool) {
        defer { shown = lines }
        return (lines.filter { !shown.contains($0) }, !shown.isEmpty)
    }
}
#endif
