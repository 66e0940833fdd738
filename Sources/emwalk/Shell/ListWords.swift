// SPDX-License-Identifier: Apache-2.0

#if Network
/// What people type after `ls`, as the command of the same name takes it: a place, conditions, and words that occur
/// anywhere in an item.
struct ListWords: Hashable {
    let words: [String]

    /// Options that are followed by a value.
    private static let withValue: Set<String> = [
        "-o", "--output", "--fields", "--where", "--max", "--color", "--task-timeout",
    ]

    init(_ typed: [String]) {
        var words: [String] = []
        var place: String?
        var takesValue = false
        var choices: [String] = []
        for word in typed {
            if takesValue {
                words.append(word)
                takesValue = false
            } else if word.hasPrefix("-"), word.count > 1 {
                words.append(word)
                takesValue = ListWords.withValue.contains(word)
            } else if ViewCondition.isOne(word) || word.hasPrefix("~") {
                choices.append(word)
            } else if place == nil, choices.isEmpty {
                place = word
            } else {
                choices.append("~\(word)")
            }
        }
        self.words = (place.map { [$0] } ?? []) + choices.flatMap { ["--where", $0] } + words
    }
}
#endif
