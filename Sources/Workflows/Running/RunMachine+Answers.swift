// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension RunMachine {
    // MARK: Reads

    mutating func readAnswered(
        _ status: Int,
        _ resource: Resource?,
        _ generation: Int,
        now: Duration
    ) throws -> Action {
        let step = workflow.steps[cursor]
        memory.status = status
        guard let resource else {
            throw WorkflowError(.valueMissing, "The step ‘\(step.id)’ was answered with \(status) and no document.")
        }
        try settle(step, resource, generation: generation)
        if let action = try succeeded(step, now: now) { return action }
        return try advance(now: now)
    }

    mutating func readFailed(_ failure: StepFailure, now: Duration) throws -> Action {
        memory.status = failure.status
        let step = workflow.steps[cursor]
        if let action = startRewalk(to: step.from, after: failure, resume: .step) { return action }
        return try afterFailure(of: step, failure, now: now)
    }

    // MARK: Writes

    mutating func writeAnswered(
        _ status: Int,
        _ resource: Resource?,
        _ generation: Int,
        now: Duration
    ) throws -> Action {
        let step = workflow.steps[cursor]
        memory.status = status
        if let resource, let rule = profile.task, rule.isTask(resource) {
            pending = .task(resource, generation: generation)
            return .awaitTask(step: step, resource, generation: generation)
        }
        written = .confirmed
        if let resource {
            try settle(step, resource, generation: generation)
        } else {
            memory.steps[step.id] = RunMemory.StepRecord(generation: generation)
        }
        return try wrote(step, now: now)
    }

    /// A write is known to have been done: its own read-back comes next, if it has one.
    private mutating func wrote(_ step: Step, now: Duration) throws -> Action {
        unread.insert(step.id)
        if let verify = step.verify { return try startReadBack(verify, of: step, now: now) }
        if let action = try succeeded(step, now: now) { return action }
        return try advance(now: now)
    }

    /// It is not known whether a write was done: that is looked at first.
    private mutating func readBack(after step: Step, now: Duration) throws -> Action {
        unread.insert(step.id)
        return try startReadBack(step.verify ?? workflow.verify, of: step.verify == nil ? nil : step, now: now)
    }

    mutating func writeFailed(_ failure: StepFailure, now: Duration) throws -> Action {
        memory.status = failure.status
        let step = workflow.steps[cursor]
        if failure.effectUnknown || failure.isGatewayFailure {
            written = .replyLost
            return try readBack(after: step, now: now)
        }
        if !failure.isSurelyWithoutEffect {
            written = .serverFailed(failure.error)
            return try readBack(after: step, now: now)
        }
        // Refused before it was acted upon, because its link belonged to a session that ended.
        if let action = startRewalk(to: step.from, after: failure, resume: .step) { return action }
        return try afterFailure(of: step, failure, now: now)
    }

    mutating func taskEnded(
        _ ending: TaskEnding,
        task: Resource,
        generation: Int,
        now: Duration
    ) throws -> Action {
        let step = workflow.steps[cursor]
        switch ending {
        case .finished:
            written = .confirmed
            try settle(step, task, generation: generation, task: task)
            return try wrote(step, now: now)
        case .failed(let report):
            let said = report.message.map { $0.isEmpty ? "." : ": \($0)" } ?? ", and the server does not say why."
            return finish(
                .failed,
                failure: WorkflowError(.taskFailed, "The task \(named(report)) ended without success\(said)")
            )
        case .lost(_, let loss):
            written = .taskLost(loss)
            return try readBack(after: step, now: now)
        case .left(let report):
            let error = WorkflowError(
                .interrupted,
                "The task \(named(report)) was left \(report.state); how it ends was not awaited.",
                hint: "It goes on by itself. Look before you run this again; nothing is sent again by itself."
            )
            return finish(.unknown, failure: error)
        case .timedOut(let report, let after):
            let error = WorkflowError(
                .taskTimeout,
                "The task \(named(report)) was still \(report.state) after \(after.wholeSeconds) s.",
                hint: "It may still end; look before you run this again. Nothing is sent again by itself."
            )
            return finish(.unknown, failure: error)
        }
    }

    private func named(_ report: TaskReport) -> String {
        [report.operation, report.id].compactMap { $0 }.joined(separator: " ")
    }

    // MARK: Failures

    /// Takes what the step says about failure, else ends with it; a write that may have had its effect never comes here.
    private mutating func afterFailure(
        of step: Step,
        _ failure: StepFailure,
        now: Duration
    ) throws -> Action {
        let evaluator = evaluator()
        for action in step.onFailure {
            if let condition = action.condition, try !evaluator.holds(condition) { continue }
            switch action.kind {
            case .end(let outcome):
                ending = (outcome, try action.message.map { try evaluator.text($0) } ?? failure.error.message)
                return try conclude(now: now)
            case .goto(let id, let limit):
                try jump(to: id, limit: limit, at: action.position)
                return try advance(now: now)
            case .retry(let after, let limit):
                let count = retries[step.id, default: 0]
                guard count < limit else { throw failure.error }
                retries[step.id] = count + 1
                pending = .retryWait
                // The server knows better how long it needs, within reason.
                return .wait(max(after, .seconds(min(failure.retryAfter ?? 0, 300))))
            }
        }
        throw failure.error
    }
}
