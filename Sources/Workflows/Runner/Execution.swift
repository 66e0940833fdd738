// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient
internal import XMLSchema

/// One run or plan under way: performs the actions of a ``RunMachine`` and tells it what came of them.
struct Execution {
    private let runner: WorkflowRunner
    private let workflow: Workflow
    private let inputs: RunInputs
    private let progress: RunProgress
    private var machine: RunMachine
    private var task: TaskReport?
    private var shown: [Danger] = []
    private var wasAsked = false

    init(
        _ runner: WorkflowRunner,
        _ workflow: Workflow,
        _ inputs: RunInputs,
        hub: Resource?,
        run: String
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
        machine = RunMachine(
            workflow: workflow,
            profile: runner.client.profile,
            inputs: inputs,
            hub: hub,
            generation: await runner.client.sessionGeneration
        )
    }

    private var now: Duration { runner.time.now() }

    // MARK: Run

    mutating func run() async throws -> RunResult {
        progress.started(workflow.id)
        var action = machine.start(now: now)
        var isRecorded = false
        while true {
            switch action {
            case .finish(let ending):
                if isRecorded { try? await note(.runEnded(outcome: ending.outcome, note: ending.message)) }
                progress.finished(ending)
                return RunResult(
                    workflow: workflow.id,
                    run: progress.run,
                    outcome: ending.outcome,
                    outputs: .object(ending.outputs),
                    hops: progress.allHops,
                    task: task,
                    message: ending.message,
                    failure: ending.failure
                )
            case .write(let write):
                if let problem = try await send(write, isRecorded: &isRecorded) {
                    action = machine.fail(problem)
                    continue
                }
                action = machine.handle(try await perform(write), now: now)
            default: action = machine.handle(try await perform(action), now: now)
            }
        }
    }

    /// Asks and writes down; returns why the write must not be sent.
    private mutating func send(
        _ write: StepWrite,
        isRecorded: inout Bool
    ) async throws -> (any ActionableError)? {
        let planned: PlannedWrite
        do {
            planned = try self.planned(write)
            try runner.client.check(runner.client.prepare(write.link, body: write.body))
        } catch let error as any ActionableError {
            return error
        }
        let isNew = planned.dangers.contains { !shown.contains($0) }
        if let confirm = runner.confirm, !wasAsked || isNew {
            wasAsked = true
            shown += planned.dangers
            guard await confirm(planned) else {
                return WorkflowError(.declined, "The write was declined; nothing was sent.")
            }
        }
        do {
            if !isRecorded {
                let shown = inputs.shown.map { ($0.name, $0.value.scalar ?? "") }
                try await note(.runStarted(inputs: Dictionary(shown) { first, _ in first }))
                isRecorded = true
            }
            try await note(
                .writeIntended(
                    JournalEntry.Write(
                        step: planned.step,
                        verb: planned.verb.rawValue,
                        rel: planned.rel.rawValue,
                        type: planned.type?.rawValue,
                        bodyFingerprint: planned.body.map { Fingerprint.of($0) }
                    )
                )
            )
        } catch {
            try Task.checkCancellation()
            return WorkflowError(
                .journalFailed,
                "The write could not be written down (\(error)), so it was not sent."
            )
        }
        return nil
    }

    private mutating func perform(_ write: StepWrite) async throws -> RunMachine.Event {
        let event = try await follow(write.link, body: write.body, step: write.step.id)
        switch event {
        case .answered(let status, _, _):
            try? await note(.writeEnded(step: write.step.id, status: status, note: nil))
        case .failed(let failure):
            let word = failure.error.code.rawValue
            try? await note(.writeEnded(step: write.step.id, status: failure.status, note: word))
        default: break
        }
        return event
    }

    // MARK: Plan

    mutating func plan() async throws -> Plan {
        progress.started(workflow.id)
        var action = machine.start(now: now)
        while true {
            switch action {
            case .finish(let ending):
                return plan(
                    ending.outcome,
                    write: nil,
                    outputs: ending.outputs,
                    message: ending.message,
                    failure: ending.failure
                )
            case .write(let write):
                do {
                    let planned = try planned(write)
                    return plan(
                        .planned,
                        write: planned,
                        outputs: [],
                        message: "One write is ready: \(planned.verb) by \(planned.rel)"
                            + (planned.type.map { ":\($0)" } ?? "") + ". Nothing was sent.",
                        failure: nil
                    )
                } catch let error as any ActionableError {
                    action = machine.fail(error)
                }
            default: action = machine.handle(try await perform(action), now: now)
            }
        }
    }

    private func plan(
        _ outcome: Outcome,
        write: PlannedWrite?,
        outputs: [JSONValue.Member],
        message: String,
        failure: (any ActionableError)?
    ) -> Plan {
        let own = workflow.danger.map { $0.level == .none ? [] : [$0] } ?? []
        return Plan(
            workflow: workflow.id,
            outcome: outcome,
            hops: progress.allHops,
            write: write,
            dangers: write?.dangers ?? own,
            unknowns: write.map { unknowns(after: $0) } ?? [],
            outputs: .object(outputs),
            message: message,
            failure: failure
        )
    }

    private func unknowns(after write: PlannedWrite) -> [String] {
        var result = ["The answer to the write, and how its task ends."]
        let index = workflow.steps.firstIndex { $0.id == write.step } ?? 0
        for step in workflow.steps.dropFirst(index + 1) where step.condition == nil {
            result.append("What the step ‘\(step.id)’ finds.")
        }
        if !workflow.outputs.isEmpty {
            result.append("The outputs: \(workflow.outputs.map(\.name).joined(separator: ", ")).")
        }
        return result
    }

    private func planned(_ write: StepWrite) throws -> PlannedWrite {
        let order = try runner.client.prepare(write.link, body: write.body)
        var dangers = workflow.danger.map { $0.level == .none ? [] : [$0] } ?? []
        for rule in runner.client.profile.dangers where rule.applies(to: write.link) {
            guard !dangers.contains(where: { $0.source == rule.source || $0.text == rule.text }) else { continue }
            dangers.append(Danger(level: .caution, text: rule.text, source: rule.source))
        }
        return PlannedWrite(write, order: order, dangers: dangers, secrets: inputs.secretTexts)
    }

    // MARK: Actions

    private mutating func perform(_ action: RunMachine.Action) async throws -> RunMachine.Event {
        switch action {
        case .read(let step, let link): return try await follow(link, body: nil, step: step)
        case .edit(let step, let link, let changes): return try await edit(link, changes, step: step.id)
        case .wait(let duration):
            progress.waiting(duration)
            try await runner.time.sleep(duration)
            return .slept
        case .renewHub:
            let generation = await runner.client.sessionGeneration
            guard let hub = await runner.client.hub else { return .failed(closed(generation)) }
            return .hub(hub, generation: generation)
        case .awaitTask(let step, let resource, let generation):
            return try await awaitTask(resource, of: step, generation: generation)
        case .write, .finish: return .slept
        }
    }

    private mutating func awaitTask(
        _ resource: Resource,
        of step: Step,
        generation: Int
    ) async throws -> RunMachine.Event {
        guard let rule = runner.client.profile.task else { return .slept }
        let progress = progress
        let waiter = TaskWaiter(
            client: runner.client,
            time: runner.time,
            onReport: { progress.reported($0, step: step.id) },
            onHop: { hop in
                var hop = hop
                hop.step = step.id
                progress.followed(hop)
            }
        )
        let timeout = runner.taskTimeout ?? step.taskTimeout ?? WorkflowRunner.standardTaskTimeout
        let result = try await waiter.wait(for: resource, rule: rule, generation: generation, timeout: timeout)
        let report = result.ending.report
        task = report
        try? await note(
            .taskEnded(
                step: step.id,
                state: report.state,
                succeeded: report.succeeded,
                note: isCertain(result.ending) ? nil : "not seen to the end"
            )
        )
        return .taskEnded(result.ending, task: result.task)
    }

    private func isCertain(_ ending: TaskEnding) -> Bool {
        switch ending {
        case .finished, .failed: true
        case .lost, .timedOut: false
        }
    }

    private func follow(_ link: Link, body: Body?, step: String) async throws -> RunMachine.Event {
        let client = runner.client
        progress.following(link, step: step)
        let begin = now
        do {
            let order = try client.prepare(link, body: body)
            let answer = try await client.perform(order)
            progress.followed(RunHop(step: step, link: link, status: answer.status, elapsed: now - begin))
            return .answered(status: answer.status, resource: answer.resource, generation: answer.generation)
        } catch let error as any ActionableError {
            let known = error as? ClientError
            progress.followed(RunHop(step: step, link: link, status: known?.status, elapsed: now - begin))
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

    private func note(_ event: JournalEntry.Event) async throws {
        try await runner.journal.append(JournalEntry(run: progress.run, workflow: workflow.id, event: event))
    }
}
