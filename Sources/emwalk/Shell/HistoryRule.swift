// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Workflows

/// Which lines are kept: commands and link paths, but nothing with a secret or a URL in it.
struct HistoryRule {
    private let secrets: Set<String>
    /// What secrets are called in bodies.
    private static let words = ["password", "passphrase", "secret", "token", "credential", "key"]

    init(workflows: [Workflow]) {
        secrets = Set(workflows.flatMap(\.inputs).filter(\.isSecret).map { $0.name.lowercased() })
    }

    /// The line as it is kept; nil if it is not.
    func kept(_ line: String) -> String? {
        let line = line.trimmingCharacters(in: .whitespaces)
        // As in other shells, a line that begins with # says nothing to recall.
        guard !line.isEmpty, !line.hasPrefix("#"), !line.contains("://"), let words = try? ShellLine(line).words else {
            return nil
        }
        return words.contains(where: holdsSecret) ? nil : line
    }

    private func holdsSecret(_ word: String) -> Bool {
        guard let equals = word.firstIndex(of: "=") else { return false }
        let key = word[..<equals].lowercased()
        let name = key.split(separator: ".").last.map(String.init) ?? key
        return secrets.contains(name) || HistoryRule.words.contains { name.hasSuffix($0) }
    }
}
#endif
