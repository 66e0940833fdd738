// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Reading back what a step or the whole workflow brought about, with time for the effect to show.
extension RunMachine {
    static let firstDelay = Duration.milliseconds(250)
    private static let maxDelay = Duration.seconds(3)
    /// How long an effect is waited for whose task somebody ended: they do not want to wait.
    private static let patienceAfterEnd = Duration.seconds(3)

    private var wasEndedByRequest: Bool {
        if case .taskLost(.endedByRequest) = written { return true }
        return false
    }

    /// All steps were taken, or one said that the run ends.
    mutating func conclude(now: Duration) throws -> Action {
        if phase == .finally { return finish(.read) }
        if let action = try concludeResumed(now: now) { return action }
        if let ending, ending.outcome == .failed {
            return finish(
                .failed,
                failure: WorkflowError(.workflowFailed, ending.message ?? "The workflow ended here.")
            )
        }
        if case .nothing = written, ending == nil, !workflow.steps.contains(where: isWrite) { return finish(.read) }
        if ending?.outcome == .read { return finish(.read, ending?.message) }
        return try startReadBack(workflow.verify, of: nil, now: now)
    }

    /// - Parameter step: whose effect it is; nil for that of the whole workflow.
    mutating func startReadBack(_ rule: ReadBack?, of step: Step?, now: Duration) throws -> Action {
        guard let rule else { return unverified() }
        let within = min(rule.within, wasEndedByRequest ? RunMachine.patienceAfterEnd : rule.within)
        check = Check(
            rule: rule,
            step: step,
            within: within,
            deadline: now + within,
            delay: RunMachine.firstDelay
        )
        return try attemptReadBack(now: now)
    }

    mutating func attemptReadBack(now: Duration) throws -> Action {
        guard let rule = check?.rule else { return unverified() }
        do {
            guard let origin = resource(rule.from) else {
                return rule.expectation == .gone
                    ? try seen(now: now) : try notSeen("there is nothing to read it back by", now: now)
            }
            guard let link = try rule.follow.map({ try checkEvaluator.link($0, in: origin) }) ?? origin.selfLink else {
                return rule.expectation == .gone
                    ? try seen(now: now) : try notSeen("it offers no link to read it back by", now: now)
            }
            pending = .checkRead
            return try read(link, rule.follow, step: "verify")
        } catch let error as any ActionableError {
            return unreadable(error)
        }
    }

    mutating func readBackAnswered(_ resource: Resource?, now: Duration) throws -> Action {
        guard let rule = check?.rule, let resource else { return try seeLater(now: now) }
        let pages: [Resource]
        let looked: Resource?
        do {
            if let action = try nextPage(resource) { return action }
            pages = reading.pages
            looked = try target(of: rule, in: pages)
        } catch let error as any ActionableError {
            return unreadable(error)
        }
        memory.readBack = RunMemory.ReadBackRecord(
            resource: pages[0],
            pages: pages,
            found: looked.map { [$0] } ?? []
        )
        guard let looked else {
            switch rule.expectation {
            case .gone, .absent: return try seen(now: now)
            case .exists, .holds: return try seeLater(now: now)
            }
        }
        var evaluator = checkEvaluator
        evaluator.resource = looked
        evaluator.pages = rule.select == nil ? pages : []
        if let failure = rule.failure, try evaluator.holds(failure) {
            return finish(
                .failed,
                failure: WorkflowError(
                    .postConditionFailed,
                    "What was to come about failed: \(evaluator.evidence(failure))."
                )
            )
        }
        switch rule.expectation {
        case .exists(let existence):
            let found = try evaluator.matches(existence)
            memory.readBack?.found = found
            return found.isEmpty ? try seeLater(now: now) : try seen(now: now)
        case .absent(let existence):
            let found = try evaluator.matches(existence)
            memory.readBack?.found = found
            return found.isEmpty ? try seen(now: now) : try seeLater(now: now)
        case .holds(let condition):
            return try evaluator.holds(condition) ? try seen(now: now) : try seeLater(now: now)
        case .gone: return try seeLater(now: now)
        }
    }

    /// What is looked at in what was read; nil if the item is not there.
    private func target(of rule: ReadBack, in pages: [Resource]) throws -> Resource? {
        guard let select = rule.select else { return pages.first }
        var evaluator = checkEvaluator
        evaluator.pages = pages
        let found = try evaluator.matches(
            Existence(from: nil, item: select.item, filter: select.filter, position: select.position)
        )
        guard found.count <= 1 || select.cardinality == .many else {
            throw WorkflowError(.itemAmbiguous, "\(found.count) items fit where one was to be read back.")
        }
        return found.first
    }

    mutating func readBackFailed(_ failure: StepFailure, now: Duration) throws -> Action {
        guard let rule = check?.rule else { return unverified() }
        if let action = startRewalk(to: rule.from, after: failure, resume: .verify) { return action }
        if rule.expectation == .gone, failure.status == 404 || failure.status == 410 { return try seen(now: now) }
        guard failure.isTransient, let deadline = check?.deadline, now < deadline else {
            return unreadable(failure.error)
        }
        return try seeLater(now: now)
    }

    /// The way to what is read back cannot be walked anew; where it is meant to be gone, it may be gone from there.
    mutating func readBackImpossible(
        _ error: any ActionableError,
        status: Int? = nil,
        now: Duration
    ) throws -> Action {
        let isGone = error.code == .itemMissing || status == 404
        if check?.rule.expectation == .gone, isGone { return try seen(now: now) }
        return unreadable(error)
    }

    private mutating func seeLater(now: Duration) throws -> Action {
        guard var check else { return unverified() }
        let left = check.deadline - now
        guard left > .zero else {
            if let action = sendAgain() { return action }
            return try notSeen("it did not show within \(check.within.wholeSeconds) s", now: now)
        }
        let wait = min(check.delay, left)
        check.delay = min(check.delay * 2, RunMachine.maxDelay)
        self.check = check
        pending = .checkWait
        return .wait(wait)
    }

    // MARK: Verdicts of a step

    private mutating func seen(now: Duration) throws -> Action {
        let isProof = check?.rule.isConclusive ?? true
        guard let step = check?.step else {
            return isProof ? seen() : seenWithoutProof()
        }
        switch written {
        case .nothing, .confirmed: break
        default:
            guard isProof else { return seenWithoutProof() }
            remarks.append(inSpite("the effect of ‘\(step.id)’ is there; nothing was sent again."))
            noteLook(wasSeen: true)
        }
        return try goOn(after: step, now: now)
    }

    private mutating func notSeen(_ reason: String, now: Duration) throws -> Action {
        guard let step = check?.step, case .confirmed = written, check?.rule.isRequired == false else {
            return notSeen(reason)
        }
        remarks.append("What came of ‘\(step.id)’ cannot be shown: \(reason).")
        return try goOn(after: step, now: now)
    }

    mutating func goOn(after step: Step, now: Duration) throws -> Action {
        check = nil
        written = .confirmed
        unread.remove(step.id)
        if memory.steps[step.id] == nil {
            memory.steps[step.id] = RunMemory.StepRecord(generation: memory.hubGeneration)
        }
        return try done(step, now: now)
    }
}
