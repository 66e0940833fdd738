// SPDX-License-Identifier: Apache-2.0

#if Network
/// Sentences in lines that end between words; as they are where nobody looks.
enum Prose {
    /// A person reads a line of these columns from end to end, and no longer one.
    private static let widest = 100
    private static let narrowest = 40

    /// Some sentences in lines.
    ///
    /// - Parameters:
    ///   - text: the sentences.
    ///   - width: the columns of the terminal; nil if there is none, and nothing is broken then.
    ///   - indent: the columns that stay free before each line.
    ///   - lead: what stands before the first line, those columns included; they stay free before the others.
    static func lines(_ text: String, width: Int?, indent: Int = 0, lead: String? = nil) -> [String] {
        let start = lead ?? String(repeating: " ", count: indent)
        guard let width else { return [start + text] }
        let room = max(narrowest, min(width, widest + indent) - indent)
        let space = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > room {
                lines.append((lines.isEmpty ? start : space) + line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " \(word)"
        }
        return lines + (line.isEmpty ? [] : [(lines.isEmpty ? start : space) + line])
    }
}
#endif
