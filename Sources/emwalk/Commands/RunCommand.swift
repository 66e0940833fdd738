// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia
internal import Workflows

/// `emwalk run`: runs a workflow and reads back what it brought about.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a workflow: once, or for each of many, on one Enterprise Manager or several.",
        discussion: """
            Before the first write it asks at a terminal; elsewhere it needs --yes. Ctrl-C while a task is awaited asks \
            whether to leave it running, to end it or to go on; a second Ctrl-C stops at once.
            Example: emwalk run clone-job job=Nightly name="Nightly 2" repository="Backup Vol 01" --simulator --yes
            Example: emwalk run start-job --each names.txt --profile north,south --yes
            """
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

    @Flag(help: "Send writes without asking.")
    var yes = false

    @Flag(name: .customLong("dry-run"), help: "The same as emwalk plan.")
    var dryRun = false

    @Flag(
        name: .customLong("cancel-on-interrupt"),
        help: "On Ctrl-C end the task that is awaited by its own Delete link, without asking, and read what is there."
    )
    var cancelsOnInterrupt = false

    @OptionGroup(title: "Many runs") var fanOut: FanOutOptions
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: RunOutputOptions

    func run() async throws {
        let console = Console()
        if dryRun {
            try await plan(console)
            return
        }
        let workflow = try WorkflowSource(file: file).workflow(name)
        let order = try RunOrder(
            workflow: workflow,
            given: InputArguments.dictionary(inputs),
            fanOut: fanOut,
            connection: connection,
            source: file
        )
        let stage = RunStage(
            console: console,
            format: output.format,
            isYes: yes,
            endsTasks: cancelsOnInterrupt,
            taskTimeout: connection.taskLimit,
            isBatch: order.isBatch,
            onlyReads: order.onlyReads,
            journal: try RunFolder.journal(connection),
            isEphemeral: RunFolder.isEphemeral(connection)
        )
        try await stage.perform(order)
    }

    private func plan(_ console: Console) async throws {
        guard fanOut.each == nil, fanOut.eachOf == nil else {
            throw ValidationError("A plan is about one run; leave out --each and --each-of.")
        }
        var arguments = [name] + inputs
        if let file { arguments += ["--file", file] }
        var command = try PlanCommand.parse(arguments + (output.format == .text ? [] : ["-o", output.format.rawValue]))
        command.connection = connection
        try await command.run()
    }
}
#endif
