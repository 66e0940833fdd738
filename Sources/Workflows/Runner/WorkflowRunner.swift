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

    /// Takes the bytes that a step downloads, and the path that its workflow names.
    public typealias Saving = @Sendable (_ path: String, _ bytes: [UInt8]) async throws -> Void

    let client: HypermediaClient
    let time: TimeSource
    let journal: any RunJournal
    let wallClock: WallClock
    let taskTimeout: Duration?
    let jitter: Jitter
    let interruption: WaitInterruption?
    let onEvent: (@Sendable (RunEvent) -> Void)?
    let confirm: Confirmation?
    let saving: Saving?

    /// How long a task may take if neither the workflow nor the caller says.
    static let standardTaskTimeout = Duration.seconds(300)

    /// A runner.
    ///
    /// - Parameters:
    ///   - client: a connection that is logged on.
    ///   - time: by which clock it waits and measures; nil for that of the client.
    ///   - journal: where runs are written down.
    ///   - wallClock: by which clock they are.
    ///   - taskTimeout: how long a task may take, whatever the workflow says; nil for what it says.
    ///   - jitter: how the waits for a task are spread.
    ///   - interruption: who may decide otherwise while a task is awaited; nil for nobody.
    ///   - onEvent: told of everything as it happens.
    ///   - confirm: asked before writes; nil to send them.
    ///   - saving: takes what steps download; nil where there is nowhere to save it.
    public init(
        client: HypermediaClient,
        time: TimeSource? = nil,
        journal: any RunJournal = InMemoryJournal(),
        wallClock: WallClock = .system,
        taskTimeout: Duration? = nil,
        jitter: Jitter = .random,
        interruption: WaitInterruption? = nil,
        onEvent: (@Sendable (RunEvent) -> Void)? = nil,
        confirm: Confirmation? = nil,
        saving: Saving? = nil
    ) {
        self.client = client
        self.time = time ?? client.time
        self.journal = journal
        self.wallClock = wallClock
        self.taskTimeout = taskTimeout
        self.jitter = jitter
        self.interruption = interruption
        self.onEvent = onEvent
        self.confirm = confirm
        self.saving = saving
    }

    /// Runs a workflow.
    ///
    /// - Parameters:
    ///   - workflow: the workflow.
    ///   - inputs: its inputs as they were typed.
    ///   - hub: where it begins; nil for what the session begins with.
    ///   - run: a name for the run; nil for a random one.
    ///   - origin: where it comes from, for whoever reads the journal.
    /// - Returns: how it ended; whatever went wrong on the way is its ``RunResult/failure``.
    /// - Throws: ``WorkflowError`` if the inputs cannot be used, in which case nothing was sent; `CancellationError`.
    public func run(
        _ workflow: Workflow,
        inputs: [String: String],
        from hub: Resource? = nil,
        run: String? = nil,
        origin: RunOrigin = RunOrigin()
    ) async throws -> RunResult {
        let inputs = try RunInputs(inputs, for: workflow)
        // What a run did on one server is not undone on another.
        if let other = origin.compensates, let record = RunRecord(try await journal.entries(of: other)) {
            guard record.start.server == fingerprintOfServer else { throw WorkflowError.otherServer(record) }
        }
        var execution = try await Execution(self, workflow, inputs, hub: hub, run: run ?? WorkflowRunner.newName())
        return try await execution.run(opening(inputs, of: workflow, origin))
    }

    /// How a run begins, as it is written down.
    func opening(_ inputs: RunInputs, of workflow: Workflow, _ origin: RunOrigin) -> JournalEntry.Event {
        .runStarted(
            JournalStart(
                inputs: inputs.journalled,
                secrets: inputs.givenSecrets,
                source: origin.source,
                definition: Fingerprint.of(workflow),
                server: fingerprintOfServer,
                group: origin.group,
                compensates: origin.compensates
            )
        )
    }

    /// Does every read of a workflow and stops before its first write.
    ///
    /// - Returns: what a run would send; whatever went wrong on the way is its ``Plan/failure``.
    /// - Throws: as ``run(_:inputs:from:run:)``.
    public func plan(_ workflow: Workflow, inputs: [String: String], from hub: Resource? = nil) async throws -> Plan {
        let inputs = try RunInputs(inputs, for: workflow)
        var execution = try await Execution(
            self,
            workflow,
            inputs,
            hub: hub,
            run: WorkflowRunner.newName(),
            isPlan: true
        )
        return try await execution.plan()
    }

    static func nowhereToSave(_ path: String) -> WorkflowError {
        WorkflowError(.saveFailed, "There is nowhere to save ‘\(path)’, so it was not asked for.")
    }

    static func save(_ bytes: [UInt8], as path: String, by saving: Saving) async throws {
        do {
            try await saving(path, bytes)
        } catch let error as any ActionableError {
            throw error
        } catch {
            try Task.checkCancellation()
            throw WorkflowError(.saveFailed, "‘\(path)’ could not be saved: \(error)")
        }
    }

    /// A name for a run that no other has.
    public static func newName() -> String {
        let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
        return String((0..<10).compactMap { _ in letters.randomElement() })
    }
}
