// SPDX-License-Identifier: Apache-2.0

/// What the tab key does with candidates: takes the only one, or what all have in common, or shows them.
enum CompletionStep: Hashable {
    case nothing
    case replace(count: Int, by: String)
    case show([String])

    init(_ completion: Completion) {
        let candidates = completion.candidates
        // The library counts in scalars, too.
        let count = completion.typed.unicodeScalars.count
        guard let first = candidates.first else {
            self = .nothing
            return
        }
        if candidates.count == 1 {
            self = .replace(count: count, by: first.text + (first.isOpen ? "" : " "))
            return
        }
        var common = first.text
        for candidate in candidates { common = String(zip(common, candidate.text).prefix { $0 == $1 }.map(\.0)) }
        if common != completion.typed, common.count >= completion.typed.count {
            self = .replace(count: count, by: common)
        } else {
            self = .show(candidates.map(\.label))
        }
    }
}
