// SPDX-License-Identifier: Apache-2.0

#if Network
/// Writes an argument so that a shell reads it as one word.
enum ShellWord {
    static func quote(_ text: String) -> String {
        let plain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "=:/@._-+,%".contains($0)) }
        if plain, !text.isEmpty { return text }
        return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
#endif
