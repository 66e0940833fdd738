// SPDX-License-Identifier: Apache-2.0

/// Tells texts that hold an address, or a part of one, from others, by what addresses look like on every server.
enum AddressText {
    /// Whether one of the words of a text looks like an address: it has a scheme or a query, begins with a slash as
    /// paths do, or is a host with a path.
    static func isAddress(_ text: String) -> Bool {
        text.split { $0.isWhitespace || quotes.contains($0) }.contains { word in
            word.contains("://") || isPath(word) || hasQuery(word) || isHostWithPath(word)
        }
    }

    private static let quotes: Set<Character> = ["'", "\"", "`", "‘", "’", "“", "”", "(", ")", "<", ">", ",", ";", "="]

    /// `/jobs`, `//host/jobs`; a slash alone divides what people write.
    private static func isPath(_ word: Substring) -> Bool {
        word.first == "/" && word.dropFirst().contains { $0.isLetter || $0.isNumber }
    }

    /// `jobs?action=` or `jobs?flag&`; a question mark ends a sentence, too.
    private static func hasQuery(_ word: Substring) -> Bool {
        guard let mark = word.firstIndex(of: "?"), mark != word.startIndex else { return false }
        return word[mark...].dropFirst().contains { $0.isLetter }
    }

    /// `em.example/jobs`, `em:9398/jobs`.
    private static func isHostWithPath(_ word: Substring) -> Bool {
        guard let slash = word.firstIndex(of: "/") else { return false }
        let sides = word[..<slash].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let labels = sides[0].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isHostCharacter) }) else { return false }
        if sides.count == 2 { return !sides[1].isEmpty && sides[1].allSatisfy(\.isNumber) }
        return labels.count > 1 && labels.last.map { $0.count > 1 && $0.allSatisfy(\.isLetter) } ?? false
    }

    private static func isHostCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "-")
    }
}
