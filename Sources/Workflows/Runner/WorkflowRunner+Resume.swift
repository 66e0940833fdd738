// SPDX-License-Identifier: Apache-2.0

public import Hypermedia
internal import HypermediaClient

extension WorkflowRunner {
    /// Goes on with a run that stopped before its end: that was interrupted, killed, or lost its connection.
    ///
    /// The session of the earlier part is dead, so everything is read anew. A write that is known to be done is not
    /// sent again. Where it is not known how a write ended, its effect is looked for, as long as it may take to show;
    /// only where it surely is not there the write is sent again. Where that cannot be told, the outcome is
    /// ``Outcome/unknown`` and nothing is sent.
    ///
    /// ```swift
    /// let result = try await runner.resume("k3mtt8xw2a", workflow: workflow)
    /// ```
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - workflow: the workflow that it began with.
    ///   - secrets: its secret inputs, which the journal does not keep.
    ///   - hub: where it begins; nil for what the session begins with.
    /// - Returns: how it ended.
    /// - Throws: ``WorkflowError`` with code ``ErrorCode/unknownRun``, ``ErrorCode/runEnded``, ``ErrorCode/runBusy``,
    ///   ``ErrorCode/worldChanged`` if workflow or server are others, or as ``run(_:inputs:from:run:origin:)``.
    public func resume(
        _ run: String,
        workflow: Workflow,
        secrets: [String: String] = [:],
        from hub: Resource? = nil
    ) async throws -> RunResult {
        let claim = try await journal.claim(run)
        // Read after it was claimed: another process may have ended it a moment before.
        guard let record = RunRecord(try await journal.entries(of: run)) else { throw WorkflowError.unknownRun(run) }
        guard record.canResume else { throw WorkflowError.ended(record) }
        guard record.workflow == workflow.id, record.start.definition == Fingerprint.of(workflow) else {
            throw WorkflowError.otherWorkflow(record)
        }
        guard record.start.server == fingerprintOfServer else { throw WorkflowError.otherServer(record) }
        let inputs = try RunInputs(try record.inputs(with: secrets), for: workflow)
        var execution = try await Execution(self, workflow, inputs, hub: hub, run: run, past: record)
        return try await execution.run(.runResumed, claim: claim)
    }

    var fingerprintOfServer: String { Fingerprint.of(Array(client.entry.origin.description.utf8)) }
}
