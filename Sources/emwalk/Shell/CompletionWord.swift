// SPDX-License-Identifier: Apache-2.0

#if Network
internal import LineEditor

/// A word that may be meant, and how it is written in a line.
struct CompletionWord: Hashable {
    /// The word as the shell reads it.
    let word: String
    /// What stands before what needs quotes.
    private let head: String
    private let body: String
    private let isOpen: Bool

    init(_ word: String, head: String = "", body: String? = nil, isOpen: Bool = false) {
        self.word = word
        self.head = head
        self.body = body ?? word
        self.isOpen = isOpen
    }

    /// The word as it is typed: in the quotes that are open, or in some if it needs them.
    func candidate(_ quote: Character?) -> Completion.Candidate {
        let isPath = body.contains("[") || body.contains("@")
        let needsQuotes = body.contains { $0.isWhitespace || "|>#'\"\\".contains($0) } || isPath && body.contains("\"")
        guard quote != nil || needsQuotes else { return .init(head + body, label: body, isOpen: isOpen) }
        let mark = quote ?? (body.contains("\"") ? "'" : "\"")
        let escaped = body.map { $0 == mark || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
        return .init("\(head)\(mark)\(escaped)\(mark)", label: body, isOpen: isOpen)
    }
}
#endif
