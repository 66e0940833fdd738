// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia
internal import RunStore
internal import Workflows

/// `emwalk compensate`: undoes what a run did, by the workflow that its workflow names for that.
struct CompensateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compensate",
        abstract: "Undo what a run did, where its workflow says how.",
        discussion: """
            The inputs come from the run; it asks before a write as emwalk run does. What was done is a run of its own, \
            which can be resumed. emwalk runs tells which runs can be undone.
            Example: emwalk compensate k3mtt8xw2a --profile night
            """
    )

    @Argument(help: ArgumentHelp("A run.", valueName: "run"), completion: WorkflowCompletion.run)
    var name: String

    @Argument(help: ArgumentHelp("Inputs that the run does not tell, such as secrets.", valueName: "key=value"))
    var inputs: [String] = []

    @Flag(help: "Send writes without asking.")
    var yes = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: RunOutputOptions

    func run() async throws {
        let console = Console()
        let store = try RunFolder.store()
        let record = try store.run(name)
        let (workflow, given) = try Compensations(store.runs())
            .order(record, given: InputArguments.dictionary(inputs))
        var order = try RunOrder(
            workflow: workflow,
            given: given,
            fanOut: FanOutOptions.parse([]),
            connection: connection,
            source: record.start.source
        )
        order.compensates = name
        let stage = RunStage(
            console: console,
            format: output.format,
            isYes: yes,
            endsTasks: false,
            taskTimeout: connection.taskLimit,
            isBatch: false,
            journal: store
        )
        try await stage.perform(order)
    }
}
#endif
