// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser

/// Completes link paths by what was seen last; nothing is requested.
struct PathCompletion {
    /// For an argument that is a path.
    static let kind = CompletionKind.custom { words, index, prefix in
        let typed = CompletionWords.typed(words, index, prefix)
        return PathCompletion(shell: CompletionWords.shell, typed: typed).candidates(LastLooks.read())
    }

    private let shell: String
    private let typed: String

    /// - Parameters:
    ///   - shell: bash, zsh or fish.
    ///   - typed: what stands before the cursor, with the quote and backslashes of the shell.
    init(shell: String, typed: String) {
        self.shell = shell
        self.typed = CompletionWords.unquoted(typed)
    }

    /// What can stand there, as the script of the shell wants to have it.
    func candidates(_ looks: LastLooks) -> [String] {
        looks.paths(beginningWith: typed).map { CompletionWords.quoted($0, for: shell) }
    }
}
#endif
