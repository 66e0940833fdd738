// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Foundation

/// Completes link paths by what was seen last; nothing is requested.
struct PathCompletion {
    /// For an argument that is a path.
    static let kind = CompletionKind.custom { words, index, prefix in
        let shell = ProcessInfo.processInfo.environment["SAP_SHELL"] ?? ""
        let typed = prefix.isEmpty && words.indices.contains(index) ? words[index] : prefix
        return PathCompletion(shell: shell, typed: typed).candidates(LastLooks.read())
    }

    private let shell: String
    private let typed: String

    /// - Parameters:
    ///   - shell: bash, zsh or fish.
    ///   - typed: what stands before the cursor, with the quote and backslashes of the shell.
    init(shell: String, typed: String) {
        self.shell = shell
        let isQuoted = typed.first == "'" || typed.first == "\""
        self.typed = String(isQuoted ? typed.dropFirst() : typed[...]).replacing("\\", with: "")
    }

    /// What can stand there, as the script of the shell wants to have it.
    func candidates(_ looks: LastLooks) -> [String] {
        looks.paths(beginningWith: typed).map { path in
            switch shell {
            case "bash": PathCompletion.escape(path)
            // What follows a colon would be a description.
            case "zsh": path.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
            default: path
            }
        }
    }

    /// The script has bash expand each candidate once.
    private static func escape(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            let isPlain = character.isLetter || character.isNumber || ":/@._-=, ".contains(character)
            result += isPlain ? "\(character)" : "\\\(character)"
        }
    }
}
#endif
