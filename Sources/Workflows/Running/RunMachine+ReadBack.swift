// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// The end of a run: reading back what it brought about, with time for the effect to show.
extension RunMachine {
    private static let firstDelay = Duration.milliseconds(250)
    private static let maxDelay = Duration.seconds(3)

    /// All steps were taken, or one said that the run ends.
    mutating func conclude(now: Duration) throws -> Action {
        if let ending, ending.outcome == .failed {
            return finish(
                .failed,
                failure: WorkflowError(.workflowFailed, ending.message ?? "The workflow ended here.")
            )
        }
        if case .nothing = written, ending == nil, !workflow.steps.contains(where: isWrite) { return finish(.read) }
        if ending?.outcome == .read { return finish(.read, ending?.message) }
        return try startReadBack(now: now)
    }

    mutating func startReadBack(now: Duration) throws -> Action {
        guard let verify = workflow.verify else { return unverified() }
        deadline = now + verify.within
        delay = RunMachine.firstDelay
        return try attemptReadBack(now: now)
    }

    mutating func attemptReadBack(now: Duration) throws -> Action {
        guard let verify = workflow.verify else { return unverified() }
        do {
            guard let origin = resource(verify.from), let link = try select(verify.follow, in: origin) else {
                return notSeen("it offers no link to read it back by")
            }
            pending = .verifyRead
            return .read(step: "verify", link)
        } catch let error as any ActionableError {
            return unreadable(error)
        }
    }

    mutating func readBackAnswered(_ resource: Resource?, now: Duration) throws -> Action {
        guard let verify = workflow.verify, let resource else { return try seeLater(now: now) }
        var evaluator = evaluator()
        evaluator.resource = resource
        let found = try evaluator.matches(verify.expectation.existence)
        memory.readBack = RunMemory.ReadBackRecord(resource: resource, found: found)
        switch verify.expectation {
        case .exists where !found.isEmpty, .absent where found.isEmpty: return seen()
        default: return try seeLater(now: now)
        }
    }

    mutating func readBackFailed(_ failure: StepFailure, now: Duration) throws -> Action {
        guard let verify = workflow.verify else { return unverified() }
        if let action = startRewalk(to: verify.from, after: failure, resume: .verify) { return action }
        guard failure.isTransient, now < deadline else { return unreadable(failure.error) }
        return try seeLater(now: now)
    }

    private mutating func seeLater(now: Duration) throws -> Action {
        let left = deadline - now
        guard left > .zero else {
            return notSeen("it did not show within \(workflow.verify?.within.wholeSeconds ?? 0) s")
        }
        let wait = min(delay, left)
        delay = min(delay * 2, RunMachine.maxDelay)
        pending = .verifyWait
        return .wait(wait)
    }

    // MARK: Verdicts

    private mutating func seen() -> Action {
        switch written {
        case .nothing: finish(.unchanged, ending?.message ?? "Nothing was to be done: it was so already.")
        case .confirmed: finish(.changed, "Done, and read back.")
        case .serverFailed(let error):
            finish(.changed, "The server failed (\(error.message)), but the effect is there; nothing was sent again.")
        case .replyLost: finish(.changed, "The reply was lost, but the effect is there; nothing was sent again.")
        case .taskLost(let loss): finish(.changed, "\(loss.sentence) The effect is there; nothing was sent again.")
        }
    }

    private mutating func notSeen(_ reason: String) -> Action {
        let isRequired = workflow.verify?.isRequired ?? true
        switch written {
        case .confirmed where !isRequired: return finish(.changed, "Done; what came of it cannot be shown: \(reason).")
        case .confirmed:
            return finish(
                .failed,
                failure: WorkflowError(
                    .postConditionFailed,
                    "The server says that it is done, but \(reason).",
                    hint: "Look at it again in a while; nothing is sent again by itself."
                )
            )
        case .nothing:
            return finish(
                .failed,
                failure: WorkflowError(.postConditionFailed, "Nothing was sent, and \(reason).")
            )
        case .serverFailed(let error): return finish(.failed, failure: error)
        case .replyLost: return unknown("The reply to the write was lost, and \(reason).")
        case .taskLost(let loss): return unknown("\(loss.sentence) And \(reason).")
        }
    }

    /// There is a write and nothing to read it back by.
    private mutating func unverified() -> Action {
        let reason = workflow.unverifiedReason ?? "the workflow has nothing to read it back by"
        switch written {
        case .nothing: return finish(.unchanged, ending?.message)
        case .confirmed: return finish(.changed, "Done; not read back: \(reason).")
        case .serverFailed(let error): return finish(.failed, failure: error)
        case .replyLost: return unknown("The reply to the write was lost, and \(reason).")
        case .taskLost(let loss): return unknown("\(loss.sentence) And \(reason).")
        }
    }

    /// The read-back itself does not work.
    mutating func unreadable(_ error: any ActionableError) -> Action {
        switch written {
        case .nothing: return finish(.failed, failure: error)
        case .confirmed:
            return finish(.unknown, failure: error, "Done, but it could not be read back: \(error.message)")
        case .serverFailed(let failure):
            return unknown("\(failure.message) It could not be read back: \(error.message)")
        case .replyLost:
            return unknown("The reply to the write was lost, and it could not be read back: \(error.message)")
        case .taskLost(let loss): return unknown("\(loss.sentence) It could not be read back: \(error.message)")
        }
    }

    private mutating func unknown(_ message: String) -> Action {
        finish(
            .unknown,
            failure: WorkflowError(
                .outcomeUnknown,
                message,
                hint: "Look at what is there before you run this again; nothing was sent again."
            )
        )
    }

    // MARK: The end

    /// Ends the run because of an error.
    mutating func fail(_ error: any Error) -> Action {
        let failure =
            error as? any ActionableError ?? WorkflowError(.workflowFailed, "The run broke off: \(error)")
        if case .nothing = written { return finish(.failed, failure: failure) }
        return finish(.unknown, failure: failure, "A write was sent, then: \(failure.message)")
    }

    mutating func finish(
        _ outcome: Outcome,
        _ message: String? = nil,
        failure: (any ActionableError)? = nil
    ) -> Action {
        finish(outcome, failure: failure, message)
    }

    private mutating func finish(
        _ outcome: Outcome,
        failure: (any ActionableError)?,
        _ message: String?
    ) -> Action {
        pending = .nothing
        var ending = RunEnding(
            outcome: outcome,
            message: message ?? failure?.message ?? workflow.summary + ".",
            failure: failure
        )
        guard outcome != .failed else { return .finish(ending) }
        do {
            ending.outputs = try evaluator().outputs(workflow.outputs)
        } catch {
            // What was done stays done, whether it can be shown or not.
            ending.message += " Its outputs cannot be shown: \(error.message)"
        }
        return .finish(ending)
    }
}
