// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia
internal import Workflows

/// `emwalk run`: runs a workflow and reads back what it brought about.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a workflow.",
        discussion: """
            Before the first write it asks at a terminal; elsewhere it needs --yes.
            Example: emwalk run clone-job job=Nightly name="Nightly 2" repository="Backup Vol 01" --simulator --yes
            """
    )

    @Argument(help: ArgumentHelp("A workflow.", valueName: "name"))
    var name: String

    @Argument(help: ArgumentHelp("Its inputs.", valueName: "key=value"))
    var inputs: [String] = []

    @Option(help: ArgumentHelp("Workflows of your own, instead of the shipped ones.", valueName: "file"))
    var file: String?

    @Flag(help: "Send writes without asking.")
    var yes = false

    @Flag(name: .customLong("dry-run"), help: "The same as emwalk plan.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "Run once for each line of a file: a JSON object of inputs (- for stdin).",
            valueName: "file"
        )
    )
    var each: String?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: RunOutputOptions

    func run() async throws {
        let console = Console()
        if dryRun {
            try await plan(console)
            return
        }
        let workflow = try WorkflowSource(file: file).workflow(name)
        let given = try InputArguments.dictionary(inputs)
        let rounds = try each.map { try EachFile.read($0, over: given) } ?? [given]
        let reporter = RunReporter(format: output.format, console: console)
        let guardian = WriteGuard(console: console, isYes: yes)
        let options = connection
        let results = try await Connection(options, console: console).withSession { session in
            var results: [RunResult] = []
            for inputs in rounds {
                let runner = WorkflowRunner(
                    client: session.client,
                    taskTimeout: .seconds(options.taskTimeout),
                    onEvent: { reporter.report($0) },
                    confirm: { guardian.confirm($0) }
                )
                results.append(try await runner.run(workflow, inputs: inputs, from: session.hub))
            }
            return results
        }
        try reporter.finish(results, workflow: workflow.id, isBatch: each != nil)
    }

    private func plan(_ console: Console) async throws {
        var arguments = [name] + inputs
        if let file { arguments += ["--file", file] }
        var command = try PlanCommand.parse(arguments + (output.format == .text ? [] : ["--json"]))
        command.connection = connection
        try await command.run()
    }
}
#endif
