// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient

/// One run or plan under way: performs the actions of a ``RunMachine`` and tells it what came of them.
struct Execution {
    let runner: WorkflowRunner
    let workflow: Workflow
    let inputs: RunInputs
    let progress: RunProgress
    var notebook: RunNotebook
    var machine: RunMachine
    /// What is to be done next.
    var action: RunMachine.Action
    /// The task that is awaited, and for which step.
    var wait: (step: Step, task: TaskWait)?
    var task: TaskReport?
    /// The dangers that the person has seen already.
    var shown: [Danger] = []
    var wasAsked = false
    /// When the last steps of a run that was stopped must be over; nil for one that nobody stopped.
    var closingDeadline: Duration?

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

    /// Whether there is nothing left to do but to say how the run ended.
    var isFinishing: Bool {
        if wait == nil, case .finish = action { return true }
        return false
    }

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
            // Stopped while the last steps are taken: they go on where a cancelled task does not hinder them.
            if Task.isCancelled, machine.phase == .finally, !isFinishing { throw CancellationError() }
            guard let result = try await act() else { return nil }
            notebook.close()
            return result
        } catch {
            await close()
            await notebook.note(.runSuspended(outcome: nil, note: "It was interrupted."))
            notebook.close()
            throw error
        }
    }

    /// One thing of many: performs what is to be done next and asks what comes then.
    mutating func act() async throws -> RunResult? {
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
}
