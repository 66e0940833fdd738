// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import EnterpriseManager
internal import Hypermedia

/// `emwalk parse`: the resource graph of a document.
struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Show the resource graph of a document.",
        discussion: "Reads XML or JSON, in any encoding, from a file or stdin (-). Its hrefs are inert."
    )

    @Argument(help: ArgumentHelp("A file, or - for stdin.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("xml or json; default: told by the first bytes.", valueName: "format"))
    var format: FormatArgument?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console()
        let document = try Representation.read(
            try FileArgument.read(file),
            format: format?.format,
            profile: .enterpriseManager
        )
        let findings = document.findings() + (document.unusableReason.map { [.unusable($0)] } ?? [])
        if output.json {
            var members = ResourceJSON.members(of: document.root)
            members.append(.init("findings", .array(findings.map(ResourceJSON.finding))))
            console.out(JSONValue.object(members).text())
            return
        }
        console.out(ResourceText(console: console).graph(of: document.root))
        for finding in findings {
            console.err(
                "\(console.errorStyle.yellow(finding.severity.rawValue + ":")) \(finding.message)\(finding.path.isEmpty ? "" : " at \(finding.path)")"
            )
        }
    }
}

extension Finding {
    static func unusable(_ reason: String) -> Finding {
        Finding(
            code: "not-a-representation",
            severity: .warning,
            message: "This is no representation of Enterprise Manager: \(reason)."
        )
    }
}
#endif
