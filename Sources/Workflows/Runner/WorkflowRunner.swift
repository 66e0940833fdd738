// SPDX-License-Identifier: Apache-2.0

public import Hypermedia
public import HypermediaClient

/// Plans and runs workflows on a connection that is logged on.
///
/// It performs what ``RunMachine`` decides. A write is written down before it is sent, sent once, its task awaited,
/// and its effect read back.
///
/// ```swift
/// let result = try await WorkflowRunner(client: client).run(workflow, inputs: ["job": "Nightly"])
/// print(result.outcome, result.outputs.text())
/// ```
public struct WorkflowRunner: Sendable {
    /// Asked before a run sends its first write, and before a later one that adds a danger.
    ///
    /// It gets every first write, dangerous or not; ``PlannedWrite/dangers`` tells which.
    public typealias Confirmation = @Sendable (PlannedWrite) async -> Bool

    let client: HypermediaClient
    let time: TimeSource
    let journal: any RunJournal
    let taskTimeout: Duration?
    let onEvent: (@Sendable (RunEvent) -> Void)?
    let confirm: Confirmation?

    /// How long a task may take if neither the workflow nor the caller says.
    static let standardTaskTimeout = Duration.seconds(300)

    /// A runner.
    ///
    /// - Parameters:
    ///   - client: a connection that is logged on.
    ///   - time: by which clock it waits and measures; nil for that of the client.
    ///   - journal: where writes are written down.
    ///   - taskTimeout: how long a task may take, whatever the workflow says; nil for what it says.
    ///   - onEvent: told of everything as it happens.
    ///   - confirm: asked before writes; nil to send them.
    public init(
        client: HypermediaClient,
        time: TimeSource? = nil,
        journal: any RunJournal = InMemoryJournal(),
        taskTimeout: Duration? = nil,
        onEvent: (@Sendable (RunEvent) -> Void)? = nil,
        confirm: Confirmation? = nil
    ) {
        self.client = client
        self.time = time ?? client.time
        self.journal = journal
        self.taskTimeout = taskTimeout
        self.onEvent = onEvent
        self.confirm = confirm
    }

    /// Runs a workflow.
    ///
    /// - Parameters:
    ///   - workflow: the workflow.
    ///   - inputs: its inputs as they were typed.
    ///   - hub: where it begins; nil for what the session begins with.
    ///   - run: a name for the run; nil for a random one.
    /// - Returns: how it ended; whatever went wrong on the way is its ``RunResult/failure``.
    /// - Throws: ``WorkflowError`` if the inputs cannot be used, in which case nothing was sent; `CancellationError`.
    public func run(
        _ workflow: Workflow,
        inputs: [String: String],
        from hub: Resource? = nil,
        run: String? = nil
    ) async throws -> RunResult {
        let inputs = try RunInputs(inputs, for: workflow)
        var execution = try await Execution(self, workflow, inputs, hub: hub, run: run ?? WorkflowRunner.newName())
        return try await execution.run()
    }

    /// Does every read of a workflow and stops before its first write.
    ///
    /// - Returns: what a run would send; whatever went wrong on the way is its ``Plan/failure``.
    /// - Throws: as ``run(_:inputs:from:run:)``.
    public func plan(_ workflow: Workflow, inputs: [String: String], from hub: Resource? = nil) async throws -> Plan {
        let inputs = try RunInputs(inputs, for: workflow)
        var execution = try await Execution(self, workflow, inputs, hub: hub, run: WorkflowRunner.newName())
        return try await execution.plan()
    }

    private static func newName() -> String {
        let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
        return String((0..<10).compactMap { _ in letters.randomElement() })
    }
}
