// SPDX-License-Identifier: Apache-2.0

extension WorkflowError {
    /// Somebody else goes on with a run at this moment.
    public static func busy(_ run: String) -> WorkflowError {
        WorkflowError(
            .runBusy,
            "The run \(run) is under way in another process.",
            hint: "Wait until that one has ended; it is not done twice."
        )
    }

    /// The journal knows no run of that name.
    public static func unknownRun(_ run: String) -> WorkflowError {
        WorkflowError(.unknownRun, "The journal knows no run ‘\(run)’.", hint: "‘emwalk runs’ lists them.")
    }

    /// The run has ended.
    static func ended(_ record: RunRecord) -> WorkflowError {
        let ending = record.ending
        return WorkflowError(
            .runEnded,
            "The run \(record.run) has ended: \(ending?.outcome.rawValue ?? "")\(ending?.note.map { ". \($0)" } ?? ".")",
            hint: "Start another one by ‘emwalk run \(record.workflow)’ if there is more to do."
        )
    }

    /// What would be sent again is not what was sent before.
    static func changedWorld(_ write: JournalWrite) -> WorkflowError {
        WorkflowError(
            .worldChanged,
            "What the step ‘\(write.step)’ would send now is not what it was to send before, so nothing was sent.",
            hint: "What it is made of has changed since; look at it, then start the workflow anew."
        )
    }

    /// The workflow is not the one that the run began with.
    static func otherWorkflow(_ record: RunRecord) -> WorkflowError {
        WorkflowError(
            .worldChanged,
            "The workflow ‘\(record.workflow)’ is not as it was when the run \(record.run) began, so it does not go on.",
            hint: "Look at what the run did by ‘emwalk runs \(record.run)’, then start the workflow anew."
        )
    }

    /// The server is not the one that the run began on.
    static func otherServer(_ record: RunRecord) -> WorkflowError {
        WorkflowError(
            .worldChanged,
            "The run \(record.run) was on another server, so nothing is done about it on this one.",
            hint: "Connect to the entry point that it began with."
        )
    }
}
