// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia
internal import NodeStore

/// `emwalk validate`: the verdict of a schema on documents.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Validate XML documents against an XML Schema.",
        discussion: "Exits with 8 if any document is invalid, with 6 if one cannot be parsed."
    )

    @Argument(help: ArgumentHelp("Files, or - for stdin.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("The schema, such as the RestAPI.xsd of an installation.", valueName: "xsd"))
    var schema: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console()
        let schema = try Schema(xsd: try FileArgument.read(schema))
        var reports: [JSONValue] = []
        var worst = ExitStatus.done
        for file in files {
            let bytes = try FileArgument.read(file)
            do {
                let report = try schema.validate(bytes)
                if report.verdict == .invalid, worst == .done { worst = .findings }
                reports.append(json(file, report))
                if !output.json { tell(file, report, console) }
            } catch {
                worst = .unusable
                reports.append(
                    .members(
                        ("file", .string(file)),
                        ("verdict", .string("unreadable")),
                        (
                            "findings",
                            .array([.members(("line", .integer(error.line)), ("message", .string(error.message)))])
                        )
                    )
                )
                if !output.json {
                    console.out("\(file)  \(console.style.red("unreadable"))")
                    console.out("  \(error.description)")
                }
            }
        }
        if output.json { console.out(JSONValue.array(reports).text()) }
        if worst != .done { throw Finished(status: worst) }
    }

    private func tell(_ file: String, _ report: Schema.Report, _ console: Console) {
        let style = console.style
        let verdict: String
        switch report.verdict {
        case .valid: verdict = style.green("valid")
        case .invalid: verdict = style.red("invalid")
        default: verdict = style.yellow("no schema for its root element")
        }
        console.out("\(file)  \(verdict)")
        for finding in report.findings {
            console.out("  line \(finding.line ?? 0)  \(style.cyan(finding.path))  \(finding.message)")
        }
    }

    private func json(_ file: String, _ report: Schema.Report) -> JSONValue {
        .members(
            ("file", .string(file)),
            ("verdict", .string(report.verdict.rawValue)),
            ("findings", .array(report.findings.map(ResourceJSON.finding)))
        )
    }
}
#endif
