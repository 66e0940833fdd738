// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient
internal import Synchronization
internal import Workflows

/// Where runs are performed: who is asked, what is told, what a signal does.
struct RunStage: Sendable {
    private let console: Console
    private let reporter: RunReporter
    private let guardian: WriteGuard
    private let desk: InterruptDesk
    private let witness = RunWitness()
    private let progress: ProgressLine?
    private let taskTimeout: Duration
    private let journal: any RunJournal
    private let isEphemeral: Bool

    init(
        console: Console,
        format: RunOutputFormat,
        isYes: Bool,
        endsTasks: Bool,
        taskTimeout: Duration,
        isBatch: Bool,
        onlyReads: Bool = false,
        journal: any RunJournal,
        isEphemeral: Bool = false
    ) {
        self.isEphemeral = isEphemeral
        self.journal = journal
        self.console = console
        self.taskTimeout = taskTimeout
        let isWatched = format == .text && console.isErrorTerminal
        let time = TimeSource.continuous
        let progress = isWatched ? ProgressLine(console: console, now: time.now) : nil
        self.progress = progress
        reporter = RunReporter(
            format: format,
            console: console,
            progress: progress,
            isEphemeral: isEphemeral,
            isBatch: isBatch,
            onlyReads: onlyReads
        )
        guardian = WriteGuard(console: console, isYes: isYes, asksOnce: isBatch, progress: progress)
        desk = InterruptDesk(endsTasks: endsTasks, console: console, progress: progress)
    }

    /// Runs everything, tells how it ended, and ends with the status that stands for it.
    func perform(_ order: RunOrder) async throws {
        try await perform(on: order.connections, count: order.isBatch ? order.count : nil) { connections in
            try await run(order, on: connections)
        }
    }

    /// Goes on with runs, tells how they ended, and ends with the status that stands for it.
    func resume(_ order: ResumeOrder) async throws {
        try await perform(on: [("", order.connection)], count: order.isBatch ? order.runs.count : nil) { connections in
            try await resume(order, on: connections)
        }
    }

    private func perform(
        on servers: [(name: String, options: ConnectionOptions)],
        count: Int?,
        _ body: @escaping @Sendable ([FanOutConnection]) async throws -> FanOutResult
    ) async throws {
        var prepared: [FanOutConnection] = []
        for (name, options) in servers {
            prepared.append(try await Connection(options, console: console.above(progress)).forRuns(name))
        }
        let connections = prepared
        if let count { progress?.expect(count * connections.count) }
        let result: FanOutResult
        do {
            result = try await withInterruptCancellation(desk) {
                guard let progress else { return try await body(connections) }
                return try await progress.keepingTime { try await body(connections) }
            }
        } catch let error as Interrupted {
            // Where errors are documents, what is known is part of the document.
            if console.isJSON, let story = witness.open.first(where: { !$0.writes.isEmpty }) {
                throw CommandError(
                    "interrupted",
                    RunWitness.lines(story, isEphemeral: isEphemeral).dropLast().joined(separator: " "),
                    hint: isEphemeral ? RunWitness.nothingLeft : "emwalk resume \(story.run)"
                )
            }
            if !console.isJSON { witness.tell(console, isEphemeral: isEphemeral) }
            throw error
        }
        try reporter.finish(result, isInterrupted: desk.decision != nil)
    }

    private func run(_ order: RunOrder, on connections: [FanOutConnection]) async throws -> FanOutResult {
        let fan = FanOut(
            concurrency: order.concurrency,
            isStopped: { desk.decision != nil },
            onEnd: { reporter.ended($0) },
            makeRuns: { client, _, group in
                FanOut.Runs(
                    runner: runner(client),
                    origin: RunOrigin(
                        source: RunFolder.source(order.source),
                        group: order.isBatch ? group : nil,
                        compensates: order.compensates
                    )
                )
            }
        )
        return try await fan.run(order.workflow, inputs: order.inputs, on: connections)
    }

    private func runner(_ client: HypermediaClient) -> WorkflowRunner {
        WorkflowRunner(
            client: client,
            journal: journal,
            taskTimeout: taskTimeout,
            interruption: desk.interruption,
            onEvent: { event in
                witness.see(event)
                reporter.report(event)
            },
            confirm: { request in
                reporter.catchUp()
                return await guardian.confirm(request)
            },
            saving: { try DownloadedFile.save($0, $1) }
        )
    }

    /// One after the other: the session is theirs alone, and what they wait for they wait for anyway.
    private func resume(_ order: ResumeOrder, on connections: [FanOutConnection]) async throws -> FanOutResult {
        let items = Mutex<[FanOutResult.Item]>([])
        for connection in connections {
            try await connection.open { client in
                for (record, workflow) in order.runs where desk.decision == nil {
                    let ending: FanOutResult.Item.Ending
                    do {
                        let runner = runner(client)
                        ending = .ran(
                            try await runner.resume(record.run, workflow: workflow, secrets: order.secrets)
                        )
                    } catch let error as any ActionableError {
                        ending = .failed(error)
                    }
                    let item = FanOutResult.Item(inputs: record.start.inputs, ending: ending)
                    items.withLock { $0.append(item) }
                    reporter.ended(item)
                }
            }
        }
        return FanOutResult(
            group: order.name,
            workflow: order.runs.first?.workflow.id ?? "",
            items: items.withLock { $0 }
        )
    }
}
#endif
