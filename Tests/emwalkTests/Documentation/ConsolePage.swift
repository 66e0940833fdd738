// SPDX-License-Identifier: Apache-2.0

#if Network && os(Linux)
import Foundation

/// A page of documentation with what is typed and what the terminal then shows, in fences marked `console`.
struct ConsolePage {
    /// A command line of a page, and the lines below it.
    struct Command {
        /// The number of its line in the page, from 1.
        let line: Int
        let words: String
        /// The lines of the page that hold what it shows.
        let shown: Range<Int>
    }

    /// Lines of a page that start with this are typed.
    private static let prompt = "$ "

    let name: String
    var lines: [String]
    let commands: [Command]

    init(_ file: URL) throws { self.init(file.lastPathComponent, try String(contentsOf: file, encoding: .utf8)) }

    init(_ name: String, _ text: String) {
        self.name = name
        lines = text.components(separatedBy: "\n")
        var commands: [Command] = []
        var typed: (line: Int, words: String)?
        var isInside = false
        for (index, line) in lines.enumerated() {
            let ends = isInside && (line.hasPrefix("```") || line.hasPrefix(Self.prompt))
            if ends, let last = typed {
                commands.append(Command(line: last.line + 1, words: last.words, shown: last.line + 1..<index))
                typed = nil
            }
            if line.hasPrefix("```") { isInside = !isInside && line == "```console" }
            if isInside, line.hasPrefix(Self.prompt) {
                typed = (index, String(line.dropFirst(Self.prompt.count)))
            }
        }
        self.commands = commands
    }

    /// The page with what its commands really showed.
    func rewritten(_ screens: [[String]]) -> String {
        var lines = lines
        for (command, screen) in zip(commands, screens).reversed() {
            lines.replaceSubrange(command.shown, with: screen)
        }
        return lines.joined(separator: "\n")
    }
}
#endif
