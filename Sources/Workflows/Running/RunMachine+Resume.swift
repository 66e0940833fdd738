// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient

/// What a run that goes on makes of the writes of its earlier part.
extension RunMachine {
    static let interruption = "It is not known how the write ended before the run was interrupted"

    /// The walk has come to a write that was to be sent before.
    mutating func resume(_ write: StepWrite, _ earlier: WriteRecord, now: Duration) throws -> Action {
        let step = write.step
        switch earlier.fate {
        case .withoutEffect: return send(write, earlier)
        case .done: return try skip(step, now: now)
        case .failed(let reason):
            let said = reason.map { ": \($0)" } ?? ", and the server does not say why."
            return finish(
                .failed,
                failure: WorkflowError(.taskFailed, "The task of ‘\(step.id)’ ended without success\(said)")
            )
        case .unknown:
            let look = Check.Look(write: write, earlier: earlier, writtenBefore: written)
            written = .interrupted
            unread.insert(step.id)
            guard let rule = lookRule(for: step) else {
                return unverifiedAfterInterruption(
                    workflow.unverifiedReason ?? "nothing tells whether it had its effect"
                )
            }
            check = Check(
                rule: rule,
                step: step.verify == nil ? nil : step,
                within: rule.within,
                deadline: past.deadline(of: earlier, within: rule.within),
                delay: RunMachine.firstDelay,
                look: look
            )
            return try attemptReadBack(now: now)
        }
    }

    /// What is sent again must be what was to be sent before.
    private mutating func send(_ write: StepWrite, _ earlier: WriteRecord) -> Action {
        repeated[write.name] = earlier.intent
        check = nil
        pending = .write
        var write = write
        write.repeats = earlier.intent
        return .write(write)
    }

    /// A write that was done is not sent again; what it handed out is in the journal.
    private mutating func skip(_ step: Step, now: Duration) throws -> Action {
        var record = RunMemory.StepRecord(generation: memory.hubGeneration)
        record.outputs = past.outputs(of: step)
        memory.steps[step.id] = record
        written = .confirmed
        lasting.append(step.id)
        // What a later write made of it is not its effect any more.
        if let verify = step.verify, past.open.isEmpty {
            unread.insert(step.id)
            return try startReadBack(verify, of: step, now: now)
        }
        return try goOn(after: step, now: now)
    }

    /// How the effect of a step is looked for: its own way, or that of the workflow if no write comes after it.
    ///
    /// With another write to come, that one's effect would be missed, and this one sent twice.
    private func lookRule(for step: Step) -> ReadBack? { step.verify ?? (isLastWrite(step) ? workflow.verify : nil) }

    private func isLastWrite(_ step: Step) -> Bool {
        if let rounds, rounds.index < rounds.items.count - 1 { return false }
        guard let index = workflow.steps.firstIndex(where: { $0.id == step.id }) else { return false }
        return workflow.steps[index...].allSatisfy { other in
            for action in other.onSuccess {
                if case .goto = action.kind { return false }
            }
            guard other.id != step.id, other.resume != .again, isWrite(other) else { return true }
            return other.condition.map { (try? !evaluator().holds($0)) ?? false } ?? false
        }
    }

    /// The effect surely is not there: the write is sent again; nil if it may not be.
    mutating func sendAgain() -> Action? {
        guard let check, let look = check.look, look.write.step.resume != .never, check.rule.isConclusive,
            check.rule.isRequired
        else { return nil }
        guard workflow.unverifiedReason == nil || look.write.step.verify != nil else { return nil }
        noteLook(wasSeen: false)
        written = look.writtenBefore
        return send(look.write, look.earlier)
    }

    /// Notes that the effect of a write was looked for, and whether it was seen.
    mutating func noteLook(wasSeen: Bool) {
        if let write = check?.look?.write {
            looks.append(JournalLook(step: write.step.id, round: write.round, wasSeen: wasSeen))
        } else if wasSeen, phase == .main, isInDoubt, cursor < steps.count, isWrite(steps[cursor]) {
            // Of a write of this process whose reply or task was lost.
            looks.append(JournalLook(step: steps[cursor].id, round: rounds?.name, wasSeen: wasSeen))
        }
    }

    mutating func unverifiedAfterInterruption(_ reason: String) -> Action {
        // The workflow itself saw that there is nothing left to do.
        if ending?.outcome == .unchanged {
            return finish(.changed, "The effect is there; nothing was sent again.")
        }
        isBeyondKnowledge = true
        return unknown("\(RunMachine.interruption): \(reason).")
    }

    // MARK: Ends before the write

    /// The steps ended before they came to a write that was to be sent before, whose effect may be why; nil if there is
    /// none.
    mutating func concludeResumed(now: Duration) throws -> Action? {
        guard !isInDoubt, let latest = past.open.last else { return nil }
        if let ending, ending.outcome == .failed {
            let error = WorkflowError(.workflowFailed, ending.message ?? "The workflow ended here.")
            return look(insteadOf: error, now: now)
        }
        return try look(for: latest, now: now)
    }

    /// An error came on the way to a write that was to be sent before, whose effect may be why; nil if there is none, or
    /// if it was looked for already.
    mutating func look(insteadOf error: any Error, now: Duration) -> Action? {
        guard !isInDoubt, let latest = past.open.last, !(error is CancellationError) else { return nil }
        // A server that cannot be reached cannot be looked at either.
        if let error = error as? ClientError, error.status == nil {
            written = .interrupted
            return unreadable(error)
        }
        let reason = (error as? any ActionableError)?.message ?? "\(error)"
        remarks.append("The way to the write could not be walked again: \(reason)")
        do {
            return try look(for: latest, now: now)
        } catch {
            return nil
        }
    }

    /// Whether something is unknown already that this process sent or looked for.
    private var isInDoubt: Bool {
        switch written {
        case .nothing, .confirmed: false
        case .replyLost, .interrupted, .serverFailed, .taskLost: true
        }
    }

    private mutating func look(for earlier: WriteRecord, now: Duration) throws -> Action {
        let isDone = past.open.allSatisfy { $0.fate == .done }
        written = isDone ? .confirmed : .interrupted
        past.forget()
        guard let rule = workflow.verify else { return unverified() }
        let deadline = max(now + rule.within, past.deadline(of: earlier, within: rule.within))
        check = Check(rule: rule, step: nil, within: rule.within, deadline: deadline, delay: RunMachine.firstDelay)
        return try attemptReadBack(now: now)
    }

    // MARK: Effects

    /// What is looked for is what the write was to bring about then, not what it would bring about now.
    var checkEvaluator: Evaluator {
        var evaluator = evaluator()
        evaluator.prefersEarlier = true
        return evaluator
    }

    /// What a step should bring about, as text that is the same for the same effect; nil if nothing says.
    func effect(of step: Step) -> String? {
        guard let rule = step.verify ?? workflow.verify else { return nil }
        let evaluator = checkEvaluator
        let parts = ExpressionUse.of(rule, stepLimit: workflow.steps.count).map { use in
            switch evaluator.value(of: use.expression) {
            case .value(let value): "\(use.expression)=\(value.scalar ?? "")"
            case .texts(let texts): "\(use.expression)=\(texts)"
            default: "\(use.expression)"
            }
        }
        return parts.joined(separator: "\n")
    }
}
