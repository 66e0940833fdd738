// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia
internal import RunStore
internal import Workflows

/// `emwalk runs`: what was run, how it ended, and what can be done about it.
struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: "List the runs that were written down, or tell all about one.",
        discussion: """
            They are kept in $XDG_STATE_HOME/emwalk/runs.sqlite (else under ~/.local/state), without secrets and \
            without URLs.
            Example: emwalk runs --prune 30d
            """
    )

    @Argument(help: ArgumentHelp("A run.", valueName: "run"), completion: WorkflowCompletion.run)
    var name: String?

    @Option(help: ArgumentHelp("Forget a run.", valueName: "run"), completion: WorkflowCompletion.run)
    var delete: [String] = []

    @Option(help: ArgumentHelp("Forget the runs of which nothing was heard for so long: 30d, 12h.", valueName: "age"))
    var prune: AgeArgument?

    @OptionGroup var output: RunOutputOptions

    func run() throws {
        let console = Console()
        let store = try RunFolder.store()
        if !delete.isEmpty || prune != nil {
            try forget(store, console)
            return
        }
        let records = try store.runs()
        let compensations = Compensations(records)
        func stand(_ record: RunRecord) -> RunState {
            RunState(
                record: record,
                isUnderWay: record.canResume && store.isUnderWay(record.run),
                compensation: compensations.workflow(for: record)
            )
        }
        if let name {
            let state = stand(try store.run(name))
            try show(state.json, console) { $0.details(state) }
        } else {
            let states = records.map(stand)
            try show(.array(states.map(\.json)), console) { $0.list(states) }
        }
    }

    private func forget(_ store: RunStore, _ console: Console) throws {
        var forgotten = delete
        for run in delete { try store.delete(run) }
        if let prune { forgotten += try store.prune(before: Moment.now.advanced(by: .zero - prune.duration)) }
        try show(.members(("forgotten", .array(forgotten.map { .string($0) }))), console) { _ in
            forgotten.isEmpty ? "Nothing was forgotten." : "Forgotten: \(forgotten.joined(separator: ", "))"
        }
    }

    private func show(_ document: JSONValue, _ console: Console, _ text: (RunsText) -> String) throws {
        if let format = output.format.document {
            console.outRaw(Array((try format.text(document) ?? "").utf8))
        } else {
            console.out(text(RunsText(console: console)))
        }
    }
}
#endif
