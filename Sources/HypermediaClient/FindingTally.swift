// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// The findings of a document that came in passages: the first of them, and how many more there were.
struct FindingTally {
    /// How many are kept.
    static let most = 200

    private var kept: [Finding] = []
    private var left = 0

    mutating func add(_ more: [Finding]) {
        let taken = more.prefix(max(0, FindingTally.most - kept.count))
        kept += taken
        left += more.count - taken.count
    }

    /// What is told: the last one stands for those that were too many.
    var findings: [Finding] {
        guard left > 0 else { return kept }
        let rest = Finding(code: "more-findings", severity: .warning, message: "There are \(left) more findings.")
        return kept + [rest]
    }
}
