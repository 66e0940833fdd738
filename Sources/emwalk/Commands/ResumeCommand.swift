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
            Example: emwalk resume k3mtt8xw2a --em https://em.example:9398/api/ --yes
            """
    )

    @Argument(help: ArgumentHelp("A run, or a group of them.", valueName: "run"))
    var run: String

    @Argument(help: ArgumentHelp("Its secret inputs.", valueName: "key=value"))
    var secrets: [String] = []

    @Flag(help: "Send writes without asking.")
    var yes = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: RunOutputOptions

    func run() async throws {
        let console = Console()
        let store = try RunFolder.store()
        let records = try self.records(store)
        let secrets = try InputArguments.dictionary(secrets)
        let workflows = try records.map { record in
            (record.run, try WorkflowSource(file: record.start.source).workflow(record.workflow))
        }
        let reporter = RunReporter(format: output.format, console: console)
        let guardian = WriteGuard(console: console, isYes: yes)
        let options = connection
        let results = try await Connection(options, console: console).withSession { session in
            var results: [RunResult] = []
            for (run, workflow) in workflows {
                let runner = WorkflowRunner(
                    client: session.client,
                    journal: store,
                    taskTimeout: .seconds(options.taskTimeout),
                    onEvent: { reporter.report($0) },
                    confirm: { guardian.confirm($0) }
                )
                results.append(
                    try await runner.resume(run, workflow: workflow, secrets: secrets, from: session.hub)
                )
            }
            return results
        }
        try reporter.finish(results, workflow: records.first?.workflow ?? "", isBatch: records.first?.run != run)
    }

    /// The run, or those of the group that have not ended.
    private func records(_ store: RunStore) throws -> [RunRecord] {
        do {
            return [try store.run(run)]
        } catch let error as WorkflowError where error.code == .unknownRun {
            let group = try store.runs().filter { $0.start.group == run }
            guard !group.isEmpty else { throw error }
            let open = group.filter(\.canResume)
            guard !open.isEmpty else {
                throw CommandError("run-ended", "All \(group.count) runs of the group \(run) have ended.")
            }
            return open.reversed()
        }
    }
}
#endif
