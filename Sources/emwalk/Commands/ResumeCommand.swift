// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia
internal import RunStore
internal import Workflows

/// `emwalk resume`: goes on with a run that was killed, interrupted, or lost its connection.
struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Go on with a run that stopped before its end.",
        discussion: """
            What is known to be done is not sent again. Where it is not known how a write ended, its effect is looked \
            for, as long as it may take to show, and the write is sent again only where it surely had none. Where that \
            cannot be told, nothing is sent and the outcome is unknown.
            It asks before a write as emwalk run does. Secret inputs are not kept and must be given again.
            Example: emwalk resume k3mtt8xw2a --profile night --yes
            """
    )

    @Argument(help: ArgumentHelp("A run, or a group of them.", valueName: "run"), completion: WorkflowCompletion.run)
    var name: String

    @Argument(help: ArgumentHelp("Its secret inputs.", valueName: "key=value"))
    var secrets: [String] = []

    @Flag(help: "Send writes without asking.")
    var yes = false

    @Flag(
        name: .customLong("cancel-on-interrupt"),
        help: "On Ctrl-C end the task that is awaited by its own Delete link, without asking, and read what is there."
    )
    var cancelsOnInterrupt = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: RunOutputOptions

    func run() async throws {
        let console = Console()
        let store = try RunFolder.store()
        let order = try ResumeOrder(
            name,
            secrets: InputArguments.dictionary(secrets),
            connection: connection,
            store: store
        )
        let stage = RunStage(
            console: console,
            format: output.format,
            isYes: yes,
            endsTasks: cancelsOnInterrupt,
            taskTimeout: connection.taskLimit,
            isBatch: order.isBatch,
            journal: store
        )
        try await stage.resume(order)
    }
}
#endif
