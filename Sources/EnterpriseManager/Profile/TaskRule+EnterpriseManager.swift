// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension TaskRule {
    /// How a task reports back (tasks, get_tasks_id): polled by its own Href, `Running`, perhaps `OperationFinished`
    /// while Enterprise Manager still collects the data, then `Finished` with a `Result`.
    static let enterpriseManager = TaskRule(
        elements: ["Task"],
        state: "State",
        terminalStates: ["Finished"],
        success: "Result.Success",
        message: "Result.Message",
        operation: "Operation",
        id: "TaskId",
        // Some tasks end with none of them: appendix of task operations, seen in the answers of each page.
        resultRels: ["Related", "Down", "Download"],
        cancel: "Delete",
        // A task that is gone answers 500 on real servers, 404 by the table of codes.
        lostStatuses: [404, 500]
    )
}
