// SPDX-License-Identifier: Apache-2.0

/// A task of a logon session.
struct TaskRecord: Sendable {
    let number: Int
    let operation: String
    let start: Duration
    /// Whether it is seen as `OperationFinished` in the second half of its time [get_tasks_id].
    let hasMiddleState: Bool
    let end: Duration
    var outcome: TaskOutcome?

    /// Its id, which counts within the logon session.
    var id: String { "task-\(number)" }
}
