// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation

/// Data on stdout, everything else on stderr; colour and width as the terminal allows.
struct Console: Sendable {
    /// Whether errors are written as JSON.
    let isJSON: Bool
    /// Whether stdout is a terminal.
    let isTerminal: Bool
    /// Whether stderr is a terminal.
    let isErrorTerminal: Bool
    /// How text on stdout is coloured.
    let style: Style
    /// How text on stderr is coloured.
    let errorStyle: Style
    /// The columns of the terminal, or nil if stdout is none.
    var width: Int?
    /// The columns of the terminal, or nil if stderr is none.
    let errorWidth: Int?
    /// Called before a line goes to stderr: takes away what stands where it would.
    private var beforeError: (@Sendable () -> Void)?
    private let surroundings: Surroundings

    /// A console as the arguments and the environment ask for it.
    init(arguments: [String] = Surroundings.current.arguments) {
        surroundings = .current
        let before = arguments.prefix { $0 != "--" }
        var format: String?
        var colour = "auto"
        for (index, argument) in before.enumerated() {
            if argument == "--json" { format = "json" }
            if argument == "-o" || argument == "--output", index + 1 < before.count { format = arguments[index + 1] }
            if argument.hasPrefix("--output=") { format = String(argument.dropFirst(9)) }
            if argument == "--color", index + 1 < before.count { colour = arguments[index + 1] }
            if argument.hasPrefix("--color=") { colour = String(argument.dropFirst(8)) }
        }
        isJSON = format == "json" || format == "ndjson"
        isTerminal = !surroundings.isPiped && isatty(STDOUT_FILENO) == 1
        isErrorTerminal = isatty(STDERR_FILENO) == 1
        style = Style(isOn: Style.wanted(colour, isTerminal: isTerminal))
        errorStyle = Style(isOn: Style.wanted(colour, isTerminal: isErrorTerminal))
        width = isTerminal ? Console.columns(of: STDOUT_FILENO) : nil
        errorWidth = isErrorTerminal ? Console.columns(of: STDERR_FILENO) : nil
    }

    /// The rows of the terminal, or nil if stdout is none.
    static var rows: Int? {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : nil
    }

    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    }

    /// Writes a line of data.
    func out(_ text: String) { emit(text + "\n") }

    private func emit(_ text: String) {
        if let capture = surroundings.capture { capture(text) } else { write(text, to: .standardOutput) }
    }

    /// Commands in a text, as they are typed where this one was.
    func asTyped(_ text: String) -> String { surroundings.asTyped(text) }

    /// Writes data without a line end.
    func outRaw(_ bytes: [UInt8]) {
        if let capture = surroundings.capture {
            capture(String(decoding: bytes, as: UTF8.self))
        } else {
            FileHandle.standardOutput.write(Data(bytes))
        }
    }

    /// Writes a line that is no data: progress, warnings, explanations.
    func err(_ text: String) {
        beforeError?()
        write(asTyped(text) + "\n", to: .standardError)
    }

    /// The same console for those who do not know of a line that is drawn anew, and would write into it.
    func above(_ line: ProgressLine?) -> Console {
        guard let line else { return self }
        var console = self
        console.beforeError = { line.clear() }
        return console
    }

    /// Writes to stderr without a line end.
    func errRaw(_ text: String) { write(text, to: .standardError) }

    /// Says that a body goes out as it is.
    func warnOfUncheckedBody() {
        err("\(errorStyle.yellow("warning:")) No schema describes the body, so it is sent unchecked.")
    }

    private func write(_ text: String, to handle: FileHandle) {
        // A reader that went away (such as `head`) is no reason to complain.
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
#endif
