// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient
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

    init(
        console: Console,
        format: RunOutputFormat,
        isYes: Bool,
        endsTasks: Bool,
        taskTimeout: Duration,
        isBatch: Bool
    ) {
        self.console = console
        self.taskTimeout = taskTimeout
        let isWatched = format == .text && console.isErrorTerminal
        let time = TimeSource.continuous
        let progress = isWatched ? ProgressLine(console: console, now: time.now) : nil
        self.progress = progress
        reporter = RunReporter(format: format, console: console, progress: progress, isBatch: isBatch)
        guardian = WriteGuard(console: console, isYes: isYes, asksOnce: isBatch, progress: progress)
        desk = InterruptDesk(endsTasks: endsTasks, console: console, progress: progress)
    }

    /// Runs everything, tells how it ended, and ends with the status that stands for it.
    func perform(_ order: RunOrder) async throws {
        var prepared: [FanOutConnection] = []
        for (name, options) in order.connections {
            let connection = try await Connection(options, console: console).prepare()
            prepared.append(
                FanOutConnection(name: name) { body in
                    try await connection.open { session in try await body(session.client) }
                }
            )
        }
        let connections = prepared
        if order.isBatch, let count = order.count { progress?.expect(count * connections.count) }
        let result: FanOutResult
        do {
            result = try await withInterruptCancellation(desk) {
                guard let progress else { return try await run(order, on: connections) }
                return try await progress.keepingTime { try await run(order, on: connections) }
            }
        } catch let error as Interrupted {
            witness.tell(console)
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
                    runner: WorkflowRunner(
                        client: client,
                        taskTimeout: taskTimeout,
                        interruption: desk.interruption,
                        onEvent: { event in
                            witness.see(event)
                            reporter.report(event)
                        },
                        confirm: { await guardian.confirm($0) }
                    ),
                    origin: RunOrigin(source: order.source, group: order.isBatch ? group : nil)
                )
            }
        )
        return try await fan.run(order.workflow, inputs: order.inputs, on: connections)
    }
}
#endif
