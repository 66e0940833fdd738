// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient
internal import XMLSchema

/// One run or plan under way: performs the actions of a ``RunMachine`` and tells it what came of them.
struct Execution {
    let runner: WorkflowRunner
    let workflow: Workflow
    let inputs: RunInputs
    let progress: RunProgress
    private var notebook: RunNotebook
    var machine: RunMachine
    /// What is to be done next.
    private var action: RunMachine.Action
    /// The task that is awaited, and for which step.
    private var wait: (step: Step, task: TaskWait)?
    private var task: TaskReport?
    private var shown: [Danger] = []
    private var wasAsked = false

    init(
        _ runner: WorkflowRunner,
        _ workflow: Workflow,
        _ inputs: RunInputs,
        hub: Resource?,
        run: String,
        past: RunRecord? = nil,
        isPlan: Bool = false
    ) async throws {
        let current = await runner.client.hub
        guard let hub = hub ?? current else {
            throw WorkflowError(.workflowFailed, "Nobody is logged on, so there is nowhere to begin.")
        }
        self.runner = runner
        self.workflow = workflow
        self.inputs = inputs
        for secret in inputs.secretTexts { runner.client.hide(secret) }
        progress = RunProgress(run: run, onEvent: runner.onEvent)
        let profile = runner.client.profile
        notebook = RunNotebook(
            run,
            of: workflow,
            journal: runner.journal,
            clock: runner.wallClock,
            secrets: inputs.secretTexts + profile.secretProperties.compactMap { hub.property(PropertyPath($0)) }
        )
        machine = RunMachine(
            workflow: workflow,
            profile: profile,
            inputs: inputs,
            hub: hub,
            generation: await runner.client.sessionGeneration,
            isPlan: isPlan,
            past: past.map { RunPast($0, at: runner.wallClock.now(), clock: runner.time.now()) } ?? RunPast()
        )
        action = .wait(.zero)
    }

    var now: Duration { runner.time.now() }

    // MARK: Run

    /// Begins a run, or goes on with one that this process has claimed, and stays until it ends.
    mutating func run(_ opening: JournalEntry.Event, claim: RunClaim? = nil) async throws -> RunResult {
        if let result = try await begin(opening, claim: claim) { return result }
        while true {
            if let result = try await advance() { return result }
        }
    }

    /// Begins a run; returns how it ended if it ended with that.
    mutating func begin(_ opening: JournalEntry.Event, claim: RunClaim? = nil) async throws -> RunResult? {
        // A run that only reads leaves nothing behind that somebody would look for.
        if workflow.steps.contains(where: machine.isWrite) {
            do {
                try await notebook.open(opening, claim: claim)
            } catch let error as any ActionableError {
                return await finish(
                    RunEnding(outcome: .failed, message: error.message, failure: error)
                )
            }
        }
        progress.started(workflow.id)
        action = machine.start(now: now)
        return nil
    }

    /// Does the next thing: one request, or one wait; returns how the run ended once it did.
    mutating func advance() async throws -> RunResult? {
        do {
            guard let result = try await act() else { return nil }
            notebook.close()
            return result
        } catch {
            await notebook.note(.runSuspended(outcome: nil, note: "It was interrupted."))
            notebook.close()
            throw error
        }
    }

    private mutating func act() async throws -> RunResult? {
        if let event = try await lookAfterTask() {
            action = event.map { machine.handle($0, now: now) } ?? action
            return nil
        }
        notebook.keep(machine.takeNotes())
        for look in machine.takeLooks() { await notebook.note(.effectLookedFor(look)) }
        switch action {
        case .finish(let ending): return await finish(ending)
        case .write(let write):
            if let problem = try await send(write) {
                action = machine.refuse(problem, now: now)
            } else {
                action = machine.handle(try await perform(write), now: now)
            }
        case .awaitTask(let step, let resource, let generation):
            guard let rule = runner.client.profile.task else {
                action = machine.handle(.slept, now: now)
                return nil
            }
            let limit = taskLimit(of: step)
            wait = (
                step,
                TaskWait(waiter(for: step), for: resource, rule: rule, generation: generation, timeout: limit)
            )
        default: action = machine.handle(try await perform(action), now: now)
        }
        return nil
    }

    private mutating func finish(_ ending: RunEnding) async -> RunResult {
        let canResume = ending.canResume || (ending.outcome == .failed && isLostConnection(ending.failure))
        if canResume {
            await notebook.note(.runSuspended(outcome: ending.outcome, note: notebook.shown(ending.message)))
        } else {
            let outputs = ending.outputs.isEmpty ? nil : JournalValue(notebook.shown(.object(ending.outputs)))
            let note = notebook.shown(ending.message)
            await notebook.note(.runEnded(JournalEnding(outcome: ending.outcome, note: note, outputs: outputs)))
        }
        progress.finished(ending)
        return RunResult(
            workflow: workflow.id,
            run: progress.run,
            outcome: ending.outcome,
            outputs: .object(ending.outputs),
            hops: progress.allHops,
            task: task,
            message: ending.message,
            failure: ending.failure,
            canResume: canResume && notebook.isOpen,
            path: ending.path,
            leftovers: ending.leftovers
        )
    }

    /// Whether the server could not be reached any more, which says nothing about what was asked of it.
    private func isLostConnection(_ failure: (any ActionableError)?) -> Bool {
        guard let error = failure as? ClientError else { return false }
        let words: [TransportFailure.Code] = [.dns, .refused, .closed, .timeout, .network, .cancelled]
        if words.map({ ErrorCode($0.rawValue) }).contains(error.code) { return true }
        if let status = error.status { return status == 401 || status >= 500 }
        return error.code == .closed || error.code == .logonRefused
    }

    /// Asks and writes down; returns why the write must not be sent.
    private mutating func send(_ write: StepWrite) async throws -> (any ActionableError)? {
        let planned: PlannedWrite
        do {
            planned = try self.planned(write)
            try runner.client.check(runner.client.prepare(write.link, body: write.body, query: write.query))
        } catch let error as any ActionableError {
            return error
        }
        let intent = intent(write, planned)
        if let earlier = write.repeats, !intent.isSame(as: earlier) { return WorkflowError.changedWorld(intent) }
        let isNew = planned.dangers.contains { !shown.contains($0) }
        if let confirm = runner.confirm, !wasAsked || isNew {
            wasAsked = true
            shown += planned.dangers
            guard await confirm(planned) else {
                return WorkflowError(.declined, "The write was declined; nothing was sent.")
            }
        }
        do {
            try await notebook.intend(intent)
        } catch let error as any ActionableError {
            return error
        }
        return nil
    }

    private func intent(_ write: StepWrite, _ planned: PlannedWrite) -> JournalWrite {
        JournalWrite(
            step: planned.step,
            round: write.round,
            verb: planned.verb.rawValue,
            rel: planned.rel.rawValue,
            type: planned.type?.rawValue,
            path: notebook.shown(planned.path.description),
            // Of the text without secrets: the fingerprint of a short secret would give it away.
            bodyFingerprint: planned.bodyText.map { Fingerprint.of(Array($0.utf8)) },
            effectFingerprint: write.effect.map { Fingerprint.of(Array($0.utf8)) },
            taskLimit: taskLimit(of: write.step).wholeMilliseconds,
            isLasting: write.isLasting
        )
    }

    private func taskLimit(of step: Step) -> Duration {
        runner.taskTimeout ?? step.taskTimeout ?? WorkflowRunner.standardTaskTimeout
    }

    private mutating func perform(_ write: StepWrite) async throws -> RunMachine.Event {
        let read = StepRead(step: write.step.id, link: write.link, query: write.query, saveTo: write.saveTo)
        let event = try await follow(read, body: write.body)
        switch event {
        case .answered(let status, let resource, _):
            let isTask = resource.map { runner.client.profile.task?.isTask($0) ?? false } ?? false
            await noteAnswer(to: write, isTask ? .accepted : .done, status)
        case .failed(let failure):
            let meaning: JournalAnswer.Meaning = failure.isSurelyWithoutEffect ? .withoutEffect : .unknown
            await noteAnswer(to: write, meaning, failure.status, failure.error.code.rawValue)
        default: break
        }
        return event
    }

    private mutating func noteAnswer(
        to write: StepWrite,
        _ meaning: JournalAnswer.Meaning,
        _ status: Int?,
        _ note: String? = nil
    ) async {
        let answer = JournalAnswer(
            step: write.step.id,
            round: write.round,
            meaning: meaning,
            status: status,
            note: note
        )
        await notebook.note(.writeEnded(answer))
    }

    // MARK: Actions

    mutating func perform(_ action: RunMachine.Action) async throws -> RunMachine.Event {
        switch action {
        case .read(let read): return try await follow(read, body: nil)
        case .edit(let step, let link, let changes): return try await edit(link, changes, step: step.id)
        case .wait(let duration):
            progress.waiting(duration)
            try await runner.time.sleep(duration)
            return .slept
        case .renewHub:
            let generation = await runner.client.sessionGeneration
            guard let hub = await runner.client.hub else { return .failed(closed(generation)) }
            return .hub(hub, generation: generation)
        case .awaitTask, .write, .finish: return .slept
        }
    }

    private func waiter(for step: Step) -> TaskWaiter {
        let progress = progress
        let limit = taskLimit(of: step)
        return TaskWaiter(
            client: runner.client,
            time: runner.time,
            jitter: runner.jitter,
            interruption: runner.interruption,
            onReport: { progress.reported($0, step: step.id, limit: limit) },
            onHop: { hop in
                var hop = hop
                hop.step = step.id
                progress.followed(hop)
            }
        )
    }

    /// Waits or asks once for a task that is awaited: nil if there is none, nothing inside if it did not end yet.
    private mutating func lookAfterTask() async throws -> RunMachine.Event?? {
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

    private func follow(_ read: StepRead, body: Body?) async throws -> RunMachine.Event {
        let client = runner.client
        let link = read.link
        progress.following(link, step: read.step)
        let begin = now
        do {
            let order = try client.prepare(link, body: body, query: read.query)
            let answer: Answer
            if let path = read.saveTo {
                guard let save = runner.saving else { throw WorkflowRunner.nowhereToSave(path) }
                answer = try await client.perform(order, keepingBytes: true, readingDocument: false)
                try await WorkflowRunner.save(answer.bytes ?? [], as: path, by: save)
            } else {
                answer = try await client.perform(order)
            }
            progress.followed(RunHop(step: read.step, link: link, status: answer.status, elapsed: now - begin))
            return .answered(status: answer.status, resource: answer.resource, generation: answer.generation)
        } catch let error as any ActionableError {
            let known = error as? ClientError
            progress.followed(RunHop(step: read.step, link: link, status: known?.status, elapsed: now - begin))
            // A write that was interrupted is still noted as sent; what would come next is not done.
            if link.verb?.isSafe == true { try Task.checkCancellation() }
            return .failed(failure(error, generation: await client.sessionGeneration))
        }
    }

    /// Reads the resource that is to be changed; the hop is told as one of the step.
    private func edit(_ link: Link, _ changes: [BodyChange], step: String) async throws -> RunMachine.Event {
        let begin = now
        let itself = link.owner.selfLink
        if let itself { progress.following(itself, step: step) }
        do {
            let body = try await runner.client.edit(link, changes)
            if let itself { progress.followed(RunHop(step: step, link: itself, status: 200, elapsed: now - begin)) }
            return .edited(body)
        } catch let error as any ActionableError {
            let status = (error as? ClientError)?.status
            if let itself { progress.followed(RunHop(step: step, link: itself, status: status, elapsed: now - begin)) }
            try Task.checkCancellation()
            return .failed(failure(error, generation: await runner.client.sessionGeneration))
        }
    }

    private func failure(_ error: any ActionableError, generation: Int) -> StepFailure {
        let known = error as? ClientError
        return StepFailure(
            error: error,
            status: known?.status,
            retryAfter: known?.retryAfter,
            effectUnknown: known?.effectUnknown ?? false,
            generation: generation
        )
    }

    private func closed(_ generation: Int) -> StepFailure {
        StepFailure(
            error: WorkflowError(.workflowFailed, "The session ended, so there is nowhere to begin."),
            status: nil,
            retryAfter: nil,
            effectUnknown: false,
            generation: generation
        )
    }
}
