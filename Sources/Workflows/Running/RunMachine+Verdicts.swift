// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient

/// How a run ends.
extension RunMachine {
    /// What was read back is what the workflow was to bring about.
    mutating func seen() -> Action {
        switch written {
        case .nothing: return finish(.unchanged, ending?.message ?? "Nothing was to be done: it was so already.")
        case .confirmed: return finish(.changed, "Done, and read back.")
        case .serverFailed, .replyLost, .taskLost, .interrupted:
            noteLook(wasSeen: true)
            return finish(.changed, inSpite("the effect is there; nothing was sent again."))
        }
    }

    /// What was read back may be the work of somebody else.
    mutating func seenWithoutProof() -> Action {
        switch written {
        case .nothing, .confirmed: return seen()
        case .serverFailed, .replyLost, .taskLost, .interrupted:
            isBeyondKnowledge = true
            return unknown(inSpite("what it was to bring about is there, and may have come about otherwise."))
        }
    }

    /// What is so although nobody said how the last write ended.
    func inSpite(_ fact: String) -> String {
        switch written {
        case .nothing, .confirmed: fact
        case .serverFailed(let error): "The server failed (\(error.message)), but \(fact)"
        case .replyLost: "The reply was lost, but \(fact)"
        case .interrupted: "It is not known how the write ended before the run was interrupted, but \(fact)"
        case .taskLost(let loss): "\(loss.sentence) But \(fact)"
        }
    }

    mutating func notSeen(_ reason: String) -> Action {
        let isRequired = check?.rule.isRequired ?? true
        // What cannot be proved cannot be proved later either.
        if let rule = check?.rule, !rule.isConclusive { isBeyondKnowledge = true }
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
        case .interrupted: return unknown("\(RunMachine.interruption), and \(reason).")
        case .taskLost(let loss): return unknown("\(loss.sentence) And \(reason).")
        }
    }

    /// There is nothing to read back by, or every write was read back right after it.
    mutating func unverified() -> Action {
        let reason = workflow.unverifiedReason ?? "the workflow has nothing to read it back by"
        switch written {
        case .nothing: return finish(.unchanged, ending?.message)
        case .confirmed where unread.isEmpty: return finish(.changed, ending?.message ?? "Done, and read back.")
        case .confirmed: return finish(.changed, "Done; not read back: \(reason).")
        case .serverFailed(let error): return finish(.failed, failure: error)
        case .replyLost: return unknown("The reply to the write was lost, and \(reason).")
        case .interrupted: return unverifiedAfterInterruption(reason)
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
        case .interrupted:
            return unknown("\(RunMachine.interruption), and it could not be read back: \(error.message)")
        case .taskLost(let loss): return unknown("\(loss.sentence) It could not be read back: \(error.message)")
        }
    }

    mutating func unknown(_ message: String) -> Action {
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
        switch written {
        case .confirmed where !lasting.isEmpty:
            let done = lasting.map { "‘\($0)’" }.joined(separator: ", ")
            return finish(.failed, failure: failure, "\(done) was done, but then: \(failure.message)")
        case .nothing, .confirmed: return finish(.failed, failure: failure)
        case .replyLost, .serverFailed, .taskLost, .interrupted:
            return finish(.unknown, failure: failure, "A write was sent, then: \(failure.message)")
        }
    }

    /// Where the link of the step under way is, if the failure is about whether it is there or may be followed.
    private func pathAtFault(_ failure: any ActionableError) -> RelPath? {
        let codes: [ErrorCode] = [.linkMissing, .linkAmbiguous, .forbidden]
        guard codes.contains(failure.code), phase == .main, steps.indices.contains(cursor) else { return nil }
        return try? path(to: steps[cursor])
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
        let sentence = message ?? failure?.message ?? workflow.summary + "."
        var ending = RunEnding(
            outcome: outcome,
            message: ([sentence] + remarks).joined(separator: " "),
            failure: failure
        )
        ending.path = failure.flatMap { pathAtFault($0) }
        ending.canResume = outcome == .unknown && !isBeyondKnowledge
        guard outcome != .failed, phase == .main else { return .finish(ending) }
        do {
            ending.outputs = try evaluator().outputs(workflow.outputs)
        } catch {
            // What was done stays done, whether it can be shown or not.
            ending.message += " Its outputs cannot be shown: \(error.message)"
        }
        return .finish(ending)
    }
}
