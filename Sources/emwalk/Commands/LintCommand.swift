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
        discussion: "Exits with 8 if a file has findings; each names file, line and column."
    )

    @Argument(help: ArgumentHelp("Workflow files.", valueName: "file"))
    var files: [String]

    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console()
        var reports: [JSONValue] = []
        for file in files {
            let text = String(decoding: try FileArgument.read(file), as: UTF8.self)
            do {
                let count = try WorkflowFile(yaml: text, file: file, profile: .enterpriseManager).workflows.count
                if !output.json {
                    console.out("\(file)  \(console.style.green("good"))  \(count) workflow\(count == 1 ? "" : "s")")
                }
            } catch {
                reports.append(
                    .members(
                        ("file", .string(file)),
                        ("code", .string(error.code.rawValue)),
                        ("line", error.position.map { .integer($0.line) } ?? .null),
                        ("column", error.position.map { .integer($0.column) } ?? .null),
                        ("message", .string(error.message))
                    )
                )
                if !output.json { console.out(error.message) }
            }
        }
        if output.json { console.out(JSONValue.array(reports).text()) }
        if !reports.isEmpty { throw Finished(status: .findings) }
    }
}
#endif
