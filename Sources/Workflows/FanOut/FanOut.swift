// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
public import HypermediaClient
internal import Synchronization

/// Runs one workflow many times: for each set of inputs, on each of several servers, a few at a time.
///
/// Every run has a name of its own, so each can be resumed by itself; what they have in common is the name of the
/// group. A run that fails does not keep the others from running.
///
/// ```swift
/// let fan = FanOut(concurrency: 4) { client, _, group in
///     FanOut.Runs(runner: WorkflowRunner(client: client), origin: RunOrigin(group: group))
/// }
/// let result = try await fan.run(workflow, inputs: .list(names.map { ["job": $0] }), on: [.open(client)])
/// print(result.outcome, result.counts)
/// ```
public struct FanOut: Sendable {
    /// What runs a workflow on one connection.
    public struct Runs: Sendable {
        let runner: WorkflowRunner
        let origin: RunOrigin

        /// What runs a workflow.
        public init(runner: WorkflowRunner, origin: RunOrigin = RunOrigin()) {
            self.runner = runner
            self.origin = origin
        }
    }

    private let concurrency: Int
    private let isStopped: @Sendable () -> Bool
    private let onEnd: (@Sendable (FanOutResult.Item) -> Void)?
    private let makeRuns: @Sendable (HypermediaClient, _ connection: String, _ group: String) -> Runs

    /// A fan-out.
    ///
    /// - Parameters:
    ///   - concurrency: how many runs there may be at a time on each connection.
    ///   - isStopped: whether runs that have not begun should not begin any more.
    ///   - onEnd: told of each run when it ends.
    ///   - makeRuns: makes the runner of a connection, by the name of the connection and of the group.
    public init(
        concurrency: Int = 4,
        isStopped: @escaping @Sendable () -> Bool = { false },
        onEnd: (@Sendable (FanOutResult.Item) -> Void)? = nil,
        makeRuns: @escaping @Sendable (HypermediaClient, _ connection: String, _ group: String) -> Runs
    ) {
        self.concurrency = max(1, concurrency)
        self.isStopped = isStopped
        self.onEnd = onEnd
        self.makeRuns = makeRuns
    }

    /// Runs a workflow for each set of inputs on each connection.
    ///
    /// - Parameters:
    ///   - workflow: the workflow.
    ///   - inputs: the sets of inputs.
    ///   - connections: where it runs.
    ///   - group: a name for all of it; nil for a random one.
    /// - Returns: what came of each, in the order of connections and inputs.
    /// - Throws: `CancellationError`.
    public func run(
        _ workflow: Workflow,
        inputs: FanOutInputs,
        on connections: [FanOutConnection],
        group: String? = nil
    ) async throws -> FanOutResult {
        let group = group ?? WorkflowRunner.newName()
        let parts = try await withThrowingTaskGroup(of: (Int, [FanOutResult.Item]).self) { tasks in
            for (index, connection) in connections.enumerated() {
                tasks.addTask { (index, try await run(workflow, inputs, on: connection, group: group)) }
            }
            var parts: [Int: [FanOutResult.Item]] = [:]
            for try await (index, items) in tasks { parts[index] = items }
            return connections.indices.map { parts[$0] ?? [] }
        }
        return FanOutResult(group: group, workflow: workflow.id, items: parts.flatMap(\.self))
    }

    private func run(
        _ workflow: Workflow,
        _ inputs: FanOutInputs,
        on connection: FanOutConnection,
        group: String
    ) async throws -> [FanOutResult.Item] {
        let kept = Mutex<[FanOutResult.Item]?>(nil)
        do {
            try await connection.open { client in
                let sets = try await inputs.make(client)
                let items = try await runAll(workflow, sets, client, connection.name, group)
                kept.withLock { $0 = items }
            }
        } catch {
            try Task.checkCancellation()
            // The runs are over; that the connection could not be closed changes nothing about them.
            if let items = kept.withLock({ $0 }) { return items }
            let failure = error as? any ActionableError ?? WorkflowError(.workflowFailed, "\(error)")
            let item = FanOutResult.Item(connection: connection.name, inputs: [:], ending: .failed(failure))
            onEnd?(item)
            return [item]
        }
        return kept.withLock { $0 } ?? []
    }

    /// Keeps as many runs going as may be; the order of what comes back is that of the inputs.
    private func runAll(
        _ workflow: Workflow,
        _ sets: [[String: String]],
        _ client: HypermediaClient,
        _ connection: String,
        _ group: String
    ) async throws -> [FanOutResult.Item] {
        let runs = makeRuns(client, connection, group)
        return try await withThrowingTaskGroup(of: (Int, FanOutResult.Item).self) { tasks in
            var items: [Int: FanOutResult.Item] = [:]
            var next = 0
            func begin() {
                guard next < sets.count else { return }
                let index = next
                next += 1
                tasks.addTask { (index, try await runOne(workflow, sets[index], runs, connection)) }
            }
            for _ in 0..<min(concurrency, sets.count) { begin() }
            while let (index, item) = try await tasks.next() {
                items[index] = item
                onEnd?(item)
                begin()
            }
            return sets.indices.compactMap { items[$0] }
        }
    }

    private func runOne(
        _ workflow: Workflow,
        _ inputs: [String: String],
        _ runs: Runs,
        _ connection: String
    ) async throws -> FanOutResult.Item {
        let secrets = Set(workflow.inputs.filter(\.isSecret).map(\.name))
        let shown = inputs.filter { !secrets.contains($0.key) }
        guard !isStopped() else {
            return FanOutResult.Item(connection: connection, inputs: shown, ending: .notBegun)
        }
        do {
            let result = try await runs.runner.run(workflow, inputs: inputs, origin: runs.origin)
            return FanOutResult.Item(connection: connection, inputs: shown, ending: .ran(result))
        } catch let error as any ActionableError {
            return FanOutResult.Item(connection: connection, inputs: shown, ending: .failed(error))
        }
    }
}
