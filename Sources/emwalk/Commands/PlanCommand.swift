// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia
internal import Workflows

/// `emwalk plan`: everything a run would read, and exactly what it would send; nothing is changed.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show what a workflow would do; sends no write.",
        discussion: "Example: emwalk plan link-repository job=\"Offsite Copy\" repository=\"Backup Vol 01\" --simulator"
    )

    @Argument(help: ArgumentHelp("A workflow.", valueName: "name"), completion: WorkflowCompletion.name)
    var name: String

    @Argument(help: ArgumentHelp("Its inputs.", valueName: "key=value"), completion: WorkflowCompletion.inputs)
    var inputs: [String] = []

    @Option(
        help: ArgumentHelp("Workflows of your own, instead of the shipped ones.", valueName: "file"),
        completion: .file()
    )
    var file: String?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: DocumentOptions

    func run() async throws {
        let console = Console()
        let workflow = try WorkflowSource(file: file).workflow(name)
        let given = try InputArguments.dictionary(inputs)
        let options = connection
        let plan = try await Connection(options, console: console).withSession { session in
            try await WorkflowRunner(client: session.client, taskTimeout: options.taskLimit)
                .plan(workflow, inputs: given, from: session.hub)
        }
        try output.write(plan.json, to: console) {
            PlanText(console: console).describe(
                plan,
                arguments: inputs + options.words + (file.map { ["--file", $0] } ?? [])
            )
        }
        if let failure = plan.failure { throw failure }
    }
}
#endif
