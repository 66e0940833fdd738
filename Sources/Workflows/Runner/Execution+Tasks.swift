// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient

/// Waiting for the task of a write.
extension Execution {
    func taskLimit(of step: Step) -> Duration {
        let limit = runner.taskTimeout ?? step.taskTimeout ?? WorkflowRunner.standardTaskTimeout
        return closingDeadline.map { min(limit, max($0 - now, .zero)) } ?? limit
    }

    func waiter(for step: Step) -> TaskWaiter {
        let progress = progress
        let limit = taskLimit(of: step)
        return TaskWaiter(
            client: runner.client,
            time: runner.time,
            jitter: runner.jitter,
            // What was decided about the work does not hold for clearing away after it.
            interruption: machine.phase == .finally ? nil : runner.interruption,
            onReport: { progress.reported($0, step: step.id, limit: limit) },
            onHop: { hop in
                var hop = hop
                hop.step = step.id
                progress.followed(hop)
            }
        )
    }

    /// Waits or asks once for a task that is awaited: nil if there is none, nothing inside if it did not end yet.
    mutating func lookAfterTask() async throws -> RunMachine.Event?? {
        guard let step = wait?.step else { return nil }
        guard let result = try await wait?.task.advance() else { return .some(nil) }
        wait = nil
        let report = result.ending.report
        task = report
        await notebook.note(
            .taskEnded(
                JournalTask(
                    step: step.id,
                    round: machine.rounds?.name,
                    state: report.state,
                    succeeded: isCertain(result.ending) ? report.succeeded ?? false : nil,
                    note: isCertain(result.ending)
                        ? report.message.map { notebook.shown($0) } : "not seen to the end"
                )
            )
        )
        return .taskEnded(result.ending, task: result.task)
    }

    private func isCertain(_ ending: TaskEnding) -> Bool {
        switch ending {
        case .finished, .failed: true
        case .lost, .timedOut, .left: false
        }
    }
}
