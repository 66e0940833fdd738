// SPDX-License-Identifier: Apache-2.0

#if Network
/// A line of the shell: its words, and where what they print goes.
struct ShellLine: Hashable {
    /// Where the data goes.
    enum Destination: Hashable {
        case terminal
        /// Into a program, by a line for /bin/sh.
        case program(String)
        case file(String, isAppended: Bool)
    }

    var words: [String] = []
    var destination = Destination.terminal

    init(words: [String], destination: Destination = .terminal) {
        self.words = words
        self.destination = destination
    }

    /// Reads a line.
    ///
    /// Words are told apart by blanks. Quotes at the beginning of a word, or after its first ‘=’, hold it together and
    /// are taken away; elsewhere they belong to a path and stay: `job="Offsite Copy"`, but `@"a/b"`. A backslash makes
    /// the next character a plain one. `#` at the beginning of a word makes the rest a comment, a `|` the rest a line
    /// for /bin/sh, `>` and `>>` the rest the name of a file.
    init(_ text: String) throws {
        var reader = ShellLineReader(text)
        self = try reader.read()
    }
}
#endif
