// SPDX-License-Identifier: Apache-2.0

/// Patterns as people can read them.
enum PatternWords {
    /// The ways to write the expression for a UUID.
    private static let uuids = ["[0-9A-Fa-f]", "[0-9a-fA-F]", "[a-fA-F0-9]", "[0-9a-f]"].map { digit in
        digit + "{8}-" + String(repeating: digit + "{4}-", count: 3) + digit + "{12}"
    }

    /// A pattern with the long expression for a UUID replaced by a word: `urn:veeam:Job:<uuid>`.
    static func of(_ pattern: String) -> String {
        for uuid in uuids where pattern.contains(uuid) {
            return pattern.split(separator: uuid, omittingEmptySubsequences: false).joined(separator: "<uuid>")
        }
        return pattern
    }
}
