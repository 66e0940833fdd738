// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

extension WorkflowRunner {
    /// Runs a workflow as a sequence of what happens, its result last.
    ///
    /// ```swift
    /// for try await update in runner.events(workflow, inputs: ["job": "Nightly"]) {
    ///     switch update {
    ///     case .event(let event): print(event.event.rawValue, event.step ?? "", event.state ?? "")
    ///     case .ended(let result): print(result.outcome, result.message)
    ///     }
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - workflow: the workflow.
    ///   - inputs: its inputs as they were typed.
    ///   - hub: where it begins; nil for what the session begins with.
    ///   - run: a name for the run; nil for a random one.
    ///   - origin: where it comes from, for whoever reads the journal.
    public func events(
        _ workflow: Workflow,
        inputs: [String: String],
        from hub: Resource? = nil,
        run: String? = nil,
        origin: RunOrigin = RunOrigin()
    ) -> RunUpdates {
        RunUpdates(self, workflow, inputs: inputs, from: hub, run: run, origin: origin)
    }

    /// The same runner, which tells of everything once more.
    func telling(_ more: @escaping @Sendable (RunEvent) -> Void) -> WorkflowRunner {
        let onEvent = onEvent
        return WorkflowRunner(
            client: client,
            time: time,
            journal: journal,
            wallClock: wallClock,
            taskTimeout: taskTimeout,
            jitter: jitter,
            interruption: interruption,
            onEvent: { event in
                onEvent?(event)
                more(event)
            },
            confirm: confirm,
            saving: saving
        )
    }
}
