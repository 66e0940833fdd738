// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import EnterpriseManager
internal import Hypermedia
internal import Workflows

/// `emwalk lint`: whether workflow files can be used, and why not.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check workflow files.",
        discussion: """
            Exits with 8 if a file has findings; each names file, line and column. Findings with the code \
            workflow-advice do not keep a file from being used.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "Workflow files; without any, those in $XDG_CONFIG_HOME/emwalk/workflows and EMWALK_WORKFLOWS.",
            valueName: "file"
        )
    )
    var files: [String] = []

    @OptionGroup var output: DocumentOptions

    func run() throws {
        let console = Console()
        let files = files.isEmpty ? WorkflowFolders().files : files
        let known = try WorkflowCatalog.enterpriseManager().workflows
        var reports: [JSONValue] = []
        for file in files {
            let yaml = String(decoding: try FileArgument.read(file), as: UTF8.self)
            let findings = WorkflowFile.findings(in: yaml, file: file, profile: .enterpriseManager, known: known)
            reports += findings.map { report($0, file) }
            guard output.format == .table else { continue }
            if findings.isEmpty { console.out("\(file)  \(console.style.green("good"))") }
            for finding in findings { console.out(text(finding, console)) }
        }
        if output.format != .table { try output.write(.array(reports), to: console) { "" } }
        if !reports.isEmpty { throw Finished(status: .findings) }
    }

    private func text(_ finding: WorkflowError, _ console: Console) -> String {
        let word = finding.code == .workflowAdvice ? console.style.yellow("advice") : console.style.red("error")
        return "\(word)  \(finding.message)" + (finding.hint.map { "\n       \($0)" } ?? "")
    }

    private func report(_ finding: WorkflowError, _ file: String) -> JSONValue {
        .members(
            ("file", .string(file)),
            ("code", .string(finding.code.rawValue)),
            ("line", finding.position.map { .integer($0.line) } ?? .null),
            ("column", finding.position.map { .integer($0.column) } ?? .null),
            ("message", .string(finding.message)),
            ("hint", .optional(finding.hint))
        )
    }
}
#endif
