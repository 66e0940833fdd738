// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

extension ErrorCode {
    /// A workflow file cannot be used; the error says where.
    public static let badWorkflowFile = ErrorCode("bad-workflow-file")
    /// Something in a workflow file deserves a second look, and does not keep it from being used.
    public static let workflowAdvice = ErrorCode("workflow-advice")
    /// No workflow has that name.
    public static let unknownWorkflow = ErrorCode("unknown-workflow")
    /// An input that is needed was not given.
    public static let missingInput = ErrorCode("missing-input")
    /// The workflow has no input of that name.
    public static let unknownInput = ErrorCode("unknown-input")
    /// The value of an input is not of its kind.
    public static let inputInvalid = ErrorCode("input-invalid")
    /// The input is not taken in this case.
    public static let inputRefused = ErrorCode("input-refused")
    /// Somebody was asked before a write and said no.
    public static let declined = ErrorCode("declined")
    /// The server accepted the work, and its task ended without success.
    public static let taskFailed = ErrorCode("task-failed")
    /// The task did not end within its time.
    public static let taskTimeout = ErrorCode("task-timeout")
    /// What the workflow should bring about could not be read back.
    public static let postConditionFailed = ErrorCode("post-condition-failed")
    /// A write was sent, and whether it had its effect cannot be told; it is not sent again.
    public static let outcomeUnknown = ErrorCode("outcome-unknown")
    /// Somebody said that a task should not be awaited any more.
    public static let interrupted = ErrorCode("interrupted")
    /// Steps were repeated more often than the workflow allows.
    public static let loopLimit = ErrorCode("loop-limit")
    /// An expression has no value at run time.
    public static let valueMissing = ErrorCode("value-missing")
    /// What a step waits for did not become so in time.
    public static let waitTimeout = ErrorCode("wait-timeout")
    /// What a step downloaded could not be saved.
    public static let saveFailed = ErrorCode("save-failed")
    /// The workflow itself says that it cannot go on.
    public static let workflowFailed = ErrorCode("workflow-failed")
    /// The write could not be written down, so it was not sent.
    public static let journalFailed = ErrorCode("journal-failed")
    /// Another process goes on with the run at this moment.
    public static let runBusy = ErrorCode("run-busy")
    /// The journal knows no run of that name.
    public static let unknownRun = ErrorCode("unknown-run")
    /// The run has ended, so there is nothing to resume.
    public static let runEnded = ErrorCode("run-ended")
    /// What a run began with is not what is there now, so that it does not go on.
    public static let worldChanged = ErrorCode("world-changed")
}
