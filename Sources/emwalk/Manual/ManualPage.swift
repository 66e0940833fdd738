// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Foundation

/// The manual page, made from what the commands say of themselves (man(7)).
struct ManualPage {
    private let command: CommandHelp
    private let version: String

    /// The page, if the arguments ask for it.
    static func asked(by arguments: [String]) throws -> String? {
        guard arguments == ["--generate-manual"] else { return nil }
        let help = try JSONDecoder().decode(CommandHelp.Document.self, from: Data(EmwalkCommand._dumpHelp().utf8))
        return ManualPage(help.command, version: EmwalkCommand.configuration.version).text
    }

    init(_ command: CommandHelp, version: String) {
        self.command = command
        self.version = version
    }

    var text: String {
        var lines = [
            ".TH EMWALK 1 \"\" \"emwalk \(version)\" \"User Commands\"", ".SH NAME",
            "emwalk \\- \(ManualPage.escape(command.abstract ?? ""))", ".SH SYNOPSIS", ".B emwalk",
            "\\fIcommand\\fR [\\fIarguments\\fR]",
        ]
        lines += [".SH DESCRIPTION"] + paragraphs(command.discussion)
        lines.append(".SH COMMANDS")
        let commands = (command.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
        for command in commands { lines += section(command, parent: "emwalk") }
        let shared = ManualPage.shared(by: commands)
        if !shared.isEmpty {
            lines += [
                ".SH COMMON OPTIONS", "Of every command that talks to a server or prints a result, as its help says.",
            ]
            lines += shared.flatMap(option)
        }
        lines += ManualPage.environment
        return lines.joined(separator: "\n")
    }

    private func section(_ command: CommandHelp, parent: String) -> [String] {
        let name = "\(parent) \(command.commandName)"
        let own = own(command)
        var synopsis = ".B \(ManualPage.escape(name))"
        let words = own.filter { $0.kind == "positional" }.map { argument -> String in
            let value =
                "\\fI\(ManualPage.escape(argument.valueName ?? "value"))\\fR\(argument.isRepeating ? " ..." : "")"
            return argument.isOptional ? "[\(value)]" : value
        }
        if own.contains(where: { $0.kind != "positional" }) { synopsis += "\n[\\fIoptions\\fR]" }
        if !words.isEmpty { synopsis += "\n" + words.joined(separator: " ") }
        var lines = [".SS \(ManualPage.escape(name))", synopsis, ".PP"]
        lines += paragraphs(command.abstract) + paragraphs(command.discussion)
        lines += own.flatMap(option)
        for subcommand in command.subcommands ?? [] where subcommand.shouldDisplay && subcommand.commandName != "help" {
            lines += section(subcommand, parent: name)
        }
        return lines
    }

    /// Those that are not told of under common options.
    private func own(_ command: CommandHelp) -> [CommandHelp.Argument] {
        let shared = Set(ManualPage.shared(by: self.command.subcommands ?? []).map(ManualPage.key))
        return ManualPage.displayed(command).filter { $0.kind == "positional" || !shared.contains(ManualPage.key($0)) }
    }

    /// What many commands have in the same words is told once.
    private static func shared(by commands: [CommandHelp]) -> [CommandHelp.Argument] {
        var counts: [String: Int] = [:]
        var order: [CommandHelp.Argument] = []
        for argument in commands.flatMap(displayed) where argument.kind != "positional" {
            counts[key(argument), default: 0] += 1
            if counts[key(argument)] == 5 { order.append(argument) }
        }
        return order
    }

    private static func displayed(_ command: CommandHelp) -> [CommandHelp.Argument] {
        (command.arguments ?? []).filter { argument in
            let names = (argument.names ?? []).map(\.name)
            return argument.shouldDisplay && !names.contains("help") && !names.contains("version")
        }
    }

    private static func key(_ argument: CommandHelp.Argument) -> String {
        (argument.names ?? []).map(\.text).joined(separator: " ") + "\n" + (argument.abstract ?? "")
    }

    private func option(_ argument: CommandHelp.Argument) -> [String] {
        let value = "\\fI\(ManualPage.escape(argument.valueName ?? "value"))\\fR"
        var head: String
        if argument.kind == "positional" {
            head = value
        } else {
            head = (argument.names ?? []).sorted { $0.text.count < $1.text.count }
                .map { "\\fB\(ManualPage.escape($0.text))\\fR" }.joined(separator: ", ")
            if argument.kind == "option" { head += " \(value)" }
        }
        var words = argument.abstract ?? ""
        if let standard = argument.defaultValue, !standard.isEmpty { words += " (default: \(standard))" }
        return [".TP", head, ManualPage.escape(words)] + (argument.discussion.map { ManualPage.lines($0) } ?? [])
    }

    private func paragraphs(_ text: String?) -> [String] {
        guard let text, !text.isEmpty else { return [] }
        var result: [String] = []
        var isVerbatim = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            // What is indented is laid out by hand.
            let isIndented = line.hasPrefix("  ")
            if isIndented != isVerbatim { result.append(isIndented ? ".nf" : ".fi") }
            isVerbatim = isIndented
            if line.allSatisfy(\.isWhitespace) {
                result.append(".PP")
            } else {
                if !isVerbatim, !result.isEmpty, result.last != ".PP", result.last != ".fi" { result.append(".br") }
                result.append(ManualPage.escape(String(line)))
            }
        }
        if isVerbatim { result.append(".fi") }
        return result + [".PP"]
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").flatMap { [".br", escape(String($0))] }
    }

    /// Backslashes, dashes that are typed, and what would be a request at the beginning of a line.
    private static func escape(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }

    private static let environment = [
        ".SH ENVIRONMENT", ".TP", ".B EMWALK_EM", "The entry point, where no option or profile names one.", ".TP",
        ".B EMWALK_USER", "Who logs on, where no option or profile names anybody.", ".TP", ".B EMWALK_PASSWORD",
        "The password. Better: \\fBpassword_command\\fR of a profile.", ".TP", ".B EMWALK_PASSWORD_FILE",
        "A file with the password in its first line.", ".TP", ".B EMWALK_PROFILE",
        "The profile, where no option names one.", ".TP", ".B NETRC",
        "The file with users and passwords by host; ~/.netrc unless set.", ".TP", ".B NO_COLOR\\fR, \\fBFORCE_COLOR",
        "Whether output is coloured.", ".SH FILES", ".TP", ".I ~/.config/emwalk/profiles.yaml",
        "Profiles: em, user, password_command, cacert, pin, accept, api\\-version, host\\-map.", ".TP",
        ".I ~/.local/state/emwalk/runs.sqlite", "The journal of writes.", ".TP",
        ".I ~/.local/state/emwalk/looks.json",
        "Steps of resources that were looked at lately, for completion; no URLs.",
        "",
    ]
}
#endif
