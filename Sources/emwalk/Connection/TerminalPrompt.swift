// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation

/// Asks at the terminal.
enum TerminalPrompt {
    /// Whether somebody can answer.
    static var isAvailable: Bool { isatty(STDIN_FILENO) == 1 }

    /// How the terminal is set; nil if there is none.
    static var settings: termios? {
        var settings = termios()
        return tcgetattr(STDIN_FILENO, &settings) == 0 ? settings : nil
    }

    /// Sets the terminal as it was.
    static func restore(_ settings: termios?) {
        guard var settings else { return }
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }

    /// Asks for a password without showing it; nil if the input ended.
    static func password(for user: String) -> String? {
        FileHandle.standardError.write(Data("Password of \(user): ".utf8))
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        return readLine(strippingNewline: true)
    }

    /// Asks for a line; nil if the input ended.
    static func line(_ question: String) -> String? {
        FileHandle.standardError.write(Data("\(question) ".utf8))
        return readLine(strippingNewline: true)
    }

    /// Asks a question; only a typed yes is one, the end of the input is not.
    static func confirm(_ question: String) -> Bool {
        FileHandle.standardError.write(Data("\(question) [y/N] ".utf8))
        let answer = readLine(strippingNewline: true)?.lowercased()
        return answer == "y" || answer == "yes"
    }
}
#endif
