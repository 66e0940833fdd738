// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation

/// Words as the completion scripts of shells hand them over and want to have them back.
enum CompletionWords {
    /// The shell whose script asks: bash, zsh or fish.
    static var shell: String { ProcessInfo.processInfo.environment["SAP_SHELL"] ?? "" }

    /// What stands before the cursor of the word that is to be completed.
    static func typed(_ words: [String], _ index: Int, _ prefix: String) -> String {
        prefix.isEmpty && words.indices.contains(index) ? words[index] : prefix
    }

    /// A word without the quote and backslashes of the shell.
    static func unquoted(_ word: String) -> String {
        let isQuoted = word.first == "'" || word.first == "\""
        return String(isQuoted ? word.dropFirst() : word[...]).replacing("\\", with: "")
    }

    /// A word as the script of a shell takes it.
    static func quoted(_ word: String, for shell: String) -> String {
        switch shell {
        case "bash": escaped(word)
        // What follows a colon would be a description.
        case "zsh": word.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
        default: word
        }
    }

    /// The script has bash expand each candidate once.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            let isPlain = character.isLetter || character.isNumber || ":/@._-=, ".contains(character)
            result += isPlain ? "\(character)" : "\\\(character)"
        }
    }
}
#endif
