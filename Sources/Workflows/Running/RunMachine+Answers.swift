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
        let step = steps[cursor]
        memory.status = status
        guard let resource else {
            guard step.save != nil else {
                throw WorkflowError(.valueMissing, "The step ‘\(step.id)’ was answered with \(status) and no document.")
            }
            memory.steps[step.id] = RunMemory.StepRecord(generation: generation)
            return try done(step, now: now)
        }
        if let action = try nextPage(resource) { return action }
        if let action = try isAwaited(step, now: now) { return action }
        try settle(step, reading.pages, generation: generation)
        return try done(step, now: now)
    }

    // MARK: Reads that wait

    /// What to do while what was read is not as it is waited for; nil once it is.
    private mutating func isAwaited(_ step: Step, now: Duration) throws -> Action? {
        guard let awaiting = step.awaiting, let until = awaiting.until else { return nil }
        var evaluator = evaluator()
        evaluator.resource = reading.pages.first
        evaluator.pages = reading.pages
        if let failure = awaiting.failure, try evaluator.holds(failure) {
            throw WorkflowError(
                .workflowFailed,
                "What the step ‘\(step.id)’ waits for will not come: \(evaluator.evidence(failure))."
            )
        }
        return try evaluator.holds(until) ? nil : try waitForMore(awaiting, step, now: now)
    }

    private mutating func waitForMore(_ awaiting: Awaiting, _ step: Step, now: Duration) throws -> Action {
        var patience = patience ?? (now + awaiting.timeout, awaiting.interval)
        let left = patience.deadline - now
        guard left > .zero else {
            throw WorkflowError(
                .waitTimeout,
                "What the step ‘\(step.id)’ waits for did not come within \(awaiting.timeout.wholeSeconds) s.",
                hint: "It may still come; look before you run this again."
            )
        }
        let wait = min(patience.delay, left)
        patience.delay = min(patience.delay * 2, awaiting.maxDelay)
        self.patience = patience
        pending = .untilWait
        return .wait(wait)
    }

    mutating func lookAgain(now: Duration) throws -> Action {
        let step = steps[cursor]
        guard let follow = step.follow, let action = try begin(step, follow, now: now) else {
            return try advance(now: now)
        }
        return action
    }

    mutating func readFailed(_ failure: StepFailure, now: Duration) throws -> Action {
        memory.status = failure.status
        let step = steps[cursor]
        if let action = startRewalk(to: step.from, after: failure, resume: .step) { return action }
        // Having waited for a while, a read that fails for a moment does not end the waiting.
        if let patience, failure.isTransient, now < patience.deadline, let awaiting = step.awaiting {
            return try waitForMore(awaiting, step, now: now)
        }
        return try afterFailure(of: step, failure, now: now)
    }

    // MARK: Writes

    mutating func writeAnswered(
        _ status: Int,
        _ resource: Resource?,
        _ generation: Int,
        now: Duration
    ) throws -> Action {
        let step = steps[cursor]
        memory.status = status
        if let resource, let rule = profile.task, rule.isTask(resource) {
            pending = .task(resource, generation: generation)
            return .awaitTask(step: step, resource, generation: generation)
        }
        mark(step, .confirmed)
        if let resource {
            try settle(step, [resource], generation: generation)
        } else {
            memory.steps[step.id] = RunMemory.StepRecord(generation: generation)
        }
        return try wrote(step, now: now)
    }

    /// A write is known to have been done: its own read-back comes next, if it has one.
    private mutating func wrote(_ step: Step, now: Duration) throws -> Action {
        unread.insert(step.id)
        if let verify = step.verify { return try startReadBack(verify, of: step, now: now) }
        return try done(step, now: now)
    }

    private mutating func mark(_ step: Step, _ state: Written) {
        written = state
        if step.resume != .again, !lasting.contains(step.id) { lasting.append(step.id) }
    }

    /// It is not known whether a write was done: that is looked at first.
    private mutating func readBack(after step: Step, now: Duration) throws -> Action {
        unread.insert(step.id)
        // What the last steps clear away has nothing to do with what the workflow brings about.
        guard phase == .main else { return try startReadBack(step.verify, of: step, now: now) }
        return try startReadBack(step.verify ?? workflow.verify, of: step.verify == nil ? nil : step, now: now)
    }

    /// A write whose effect ends with the session is sent once more after its reply was lost; nil for any other.
    private mutating func sendAgain(_ step: Step) -> Action? {
        guard step.resume == .again, step.verify == nil, retries["again \(step.id)"] == nil else { return nil }
        retries["again \(step.id)"] = 1
        pending = .retryWait
        return .wait(.seconds(1))
    }

    mutating func writeFailed(_ failure: StepFailure, now: Duration) throws -> Action {
        memory.status = failure.status
        let step = steps[cursor]
        if failure.effectUnknown || failure.isGatewayFailure {
            if let action = sendAgain(step) { return action }
            mark(step, .replyLost)
            return try readBack(after: step, now: now)
        }
        if !failure.isSurelyWithoutEffect {
            mark(step, .serverFailed(failure.error))
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
        let step = steps[cursor]
        switch ending {
        case .finished:
            mark(step, .confirmed)
            try settle(step, [task], generation: generation, task: task)
            return try wrote(step, now: now)
        case .failed(let report):
            let said = report.message.map { $0.isEmpty ? "." : ": \($0)" } ?? ", and the server does not say why."
            return finish(
                .failed,
                failure: WorkflowError(.taskFailed, "The task \(named(report)) ended without success\(said)")
            )
        case .lost(_, let loss):
            mark(step, .taskLost(loss))
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
