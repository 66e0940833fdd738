// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation

/// Colours text for people; plain where they are not looking.
struct Style: Sendable {
    let isOn: Bool

    /// Whether colour is wanted: by option, then by NO_COLOR and FORCE_COLOR, then on terminals.
    static func wanted(_ option: String, isTerminal: Bool) -> Bool {
        if option == "always" { return true }
        if option == "never" { return false }
        let environment = ProcessInfo.processInfo.environment
        func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty && environment[name] != "0" }
        if isSet("FORCE_COLOR") { return true }
        // Whatever its value (no-color.org).
        if !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb" { return false }
        return isTerminal
    }

    func bold(_ text: String) -> String { wrap(text, "1") }
    func dim(_ text: String) -> String { wrap(text, "2") }
    func red(_ text: String) -> String { wrap(text, "31") }
    func green(_ text: String) -> String { wrap(text, "32") }
    func yellow(_ text: String) -> String { wrap(text, "33") }
    func cyan(_ text: String) -> String { wrap(text, "36") }

    /// The colour of a verb: reading is calm, writing is not.
    func verb(_ verb: String) -> String {
        switch verb.trimmingCharacters(in: .whitespaces) {
        case "GET": green(verb)
        case "DELETE": red(verb)
        case "—": dim(verb)
        default: yellow(verb)
        }
    }

    private func wrap(_ text: String, _ code: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
#endif
