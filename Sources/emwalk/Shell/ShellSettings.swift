// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// What ‘set’ changes.
struct ShellSettings: Hashable {
    /// The format of results, as after -o; nil for that of each command.
    var output: String?
    /// Whether each request is told.
    var tellsHops = false
    /// Whether long results go through a pager.
    var pages = true

    /// Commands that take a format.
    private static let formatted: Set<String> = [
        "ls", "show", "get", "do", "form", "schema", "links", "why", "plan", "run", "runs", "resume", "compensate",
        "workflows", "crawl", "diff", "check",
    ]

    /// The words of a command with what is set; what was typed with it wins.
    func applied(to words: [String]) -> [String] {
        guard let output, let verb = words.first, ShellSettings.formatted.contains(verb) else { return words }
        let isSaid = words.contains {
            $0 == "-o" || $0 == "--json" || $0.hasPrefix("--output") || $0 == "--raw" || $0 == "--help"
        }
        if isSaid { return words }
        return words + (output == "json" ? ["--json"] : ["-o", output])
    }

    /// Takes a setting as it is typed.
    ///
    /// - Throws: ``CommandError`` if there is no such setting or value.
    mutating func set(_ words: [String]) throws {
        var name = words.first ?? ""
        if name == "-o" || name == "--output" { name = "output" }
        let value = words.count > 1 ? words[1] : ""
        switch name {
        case "output":
            guard !value.isEmpty, value.allSatisfy(\.isLetter) else {
                throw CommandError("usage", "A format was expected.", hint: "Such as: set output json, set output text")
            }
            output = value == "text" ? nil : value
        case "hops": tellsHops = try flag(value, name)
        case "pager": pages = try flag(value, name)
        case "accept", "em", "user", "profile", "api-version":
            throw CommandError(
                "usage",
                "‘\(name)’ belongs to the logon.",
                hint: "Leave with ‘quit’, and say it when you begin: emwalk shell --\(name) …"
            )
        default:
            let near =
                Spelling.nearest(to: name, in: ["output", "hops", "pager"]).map { " Did you mean ‘\($0)’?" } ?? ""
            throw CommandError(
                "usage",
                "There is no setting ‘\(name)’.\(near)",
                hint: "There are: set output FORMAT, set hops on|off, set pager on|off"
            )
        }
    }

    private func flag(_ value: String, _ name: String) throws -> Bool {
        switch value {
        case "on", "yes", "true": return true
        case "off", "no", "false": return false
        default: throw CommandError("usage", "‘\(name)’ is on or off.", hint: "set \(name) on")
        }
    }

    var text: String {
        """
        output  \(output ?? "text")
        hops    \(tellsHops ? "on" : "off")
        pager   \(pages ? "on" : "off")
        """
    }
}
#endif
