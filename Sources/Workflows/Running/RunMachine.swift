// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Decides what a run of a workflow does next; planner and runner are this same machine.
///
/// It takes events and the time, and returns actions; ``WorkflowRunner`` performs them. A plan is a run that ends at
/// its first write. Resources are values, so links and items are selected here.
struct RunMachine: Sendable {
    enum Event: Sendable {
        case answered(status: Int, resource: Resource?, generation: Int)
        case failed(StepFailure)
        case taskEnded(TaskEnding, task: Resource)
        case slept
        case hub(Resource, generation: Int)
    }

    enum Action: Sendable {
        /// Follow a link by reading.
        case read(step: String, Link)
        /// Send a write, or show it and stop.
        case write(StepWrite)
        /// Wait for accepted work.
        case awaitTask(step: Step, Resource, generation: Int)
        /// Wait, then say so.
        case wait(Duration)
        /// Say what the session begins with now.
        case renewHub
        case finish(RunEnding)
    }

    enum Pending: Sendable {
        case nothing, read, write, task(Resource, generation: Int), retryWait
        case verifyRead, verifyWait
        case rewalkHub, rewalkRead(String)
    }

    /// What is known of the writes of this run.
    enum Written: Sendable {
        case nothing, confirmed, replyLost
        /// The server failed over it, which does not tell how far it had come.
        case serverFailed(any ActionableError)
        case taskLost(TaskEnding.Loss)
    }

    /// What goes on after the way back to a resource was walked anew.
    enum Resume: Sendable { case step, verify }

    let workflow: Workflow
    let profile: Profile
    var memory: RunMemory
    var cursor = 0
    var pending = Pending.nothing
    var written = Written.nothing
    var retries: [String: Int] = [:]
    var jumps: [SourcePosition: Int] = [:]
    var ending: (outcome: Outcome, message: String?)?
    var rewalk: (queue: [String], resume: Resume) = ([], .step)
    var rewalks = 0
    var deadline = Duration.zero
    var delay = Duration.zero

    /// How often the way to a resource is walked anew because the session ended.
    static let maxRewalks = 5

    init(workflow: Workflow, profile: Profile, inputs: RunInputs, hub: Resource, generation: Int) {
        self.workflow = workflow
        self.profile = profile
        memory = RunMemory(inputs: inputs, hub: hub, hubGeneration: generation)
    }

    /// What to do first.
    mutating func start(now: Duration) -> Action { attempt { machine in try machine.advance(now: now) } }

    /// What to do next.
    mutating func handle(_ event: Event, now: Duration) -> Action {
        attempt { machine in try machine.react(to: event, now: now) }
    }

    private mutating func attempt(_ body: (inout RunMachine) throws -> Action) -> Action {
        do {
            return try body(&self)
        } catch {
            return fail(error)
        }
    }

    private mutating func react(to event: Event, now: Duration) throws -> Action {
        switch (pending, event) {
        case (.read, .answered(let status, let resource, let generation)):
            return try readAnswered(status, resource, generation, now: now)
        case (.read, .failed(let failure)): return try readFailed(failure, now: now)
        case (.write, .answered(let status, let resource, let generation)):
            return try writeAnswered(status, resource, generation, now: now)
        case (.write, .failed(let failure)): return try writeFailed(failure, now: now)
        case (.task(_, let generation), .taskEnded(let ending, let task)):
            return try taskEnded(ending, task: task, generation: generation, now: now)
        case (.retryWait, .slept): return try advance(now: now)
        case (.verifyRead, .answered(_, let resource, _)): return try readBackAnswered(resource, now: now)
        case (.verifyRead, .failed(let failure)): return try readBackFailed(failure, now: now)
        case (.verifyWait, .slept): return try attemptReadBack(now: now)
        case (.rewalkHub, .hub(let hub, let generation)):
            memory.hub = hub
            memory.hubGeneration = generation
            return try nextOfRewalk(now: now)
        case (.rewalkRead(let id), .answered(_, let resource, let generation)):
            return try rewalkAnswered(id, resource, generation, now: now)
        case (.rewalkHub, .failed(let failure)), (.rewalkRead, .failed(let failure)):
            if rewalk.resume == .verify { return unreadable(failure.error) }
            throw failure.error
        default:
            // Events answer actions one to one; anything else is a mistake of the shell, and nothing is sent.
            throw WorkflowError(.workflowFailed, "The run was told of something it had not asked for.")
        }
    }

    // MARK: Steps

    /// Goes through steps until one needs the world.
    mutating func advance(now: Duration) throws -> Action {
        while cursor < workflow.steps.count {
            let step = workflow.steps[cursor]
            if let condition = step.condition, try !evaluator().holds(condition) {
                memory.steps[step.id] = nil
                cursor += 1
                continue
            }
            try checkInputs(of: step)
            if let follow = step.follow {
                if let action = try begin(step, follow) { return action }
                memory.steps[step.id] = nil
            } else {
                try stay(step)
            }
            if let action = try succeeded(step, now: now) { return action }
        }
        return try conclude(now: now)
    }

    private func checkInputs(of step: Step) throws {
        for refusal in step.refuses where memory.inputs.given.contains(refusal.input) {
            throw WorkflowError(
                .inputRefused,
                "The input ‘\(refusal.input)’ is not taken here: \(refusal.reason).",
                hint: "Leave \(refusal.input) out."
            )
        }
        for name in step.requires where memory.inputs[name] == nil {
            let about = workflow.input(name)?.description.map { ": \($0)" } ?? ""
            throw WorkflowError(
                .missingInput,
                "The input ‘\(name)’ is needed here.",
                hint: "Add \(name)=…\(about)."
            )
        }
    }

    /// A step that follows nothing: it selects an item of what is there, or only checks.
    private mutating func stay(_ step: Step) throws {
        guard let origin = resource(step.from) else {
            if step.select?.cardinality == .one || (step.select == nil && step.from != .session) {
                throw evaluator().missing(step.from, at: step.position)
            }
            memory.steps[step.id] = nil
            return
        }
        try settle(step, origin, generation: generation(of: step.from))
    }

    /// Nil if an optional link is not there.
    private mutating func begin(_ step: Step, _ follow: Follow) throws -> Action? {
        guard let origin = resource(step.from) else {
            if follow.cardinality == .optional { return nil }
            throw evaluator().missing(step.from, at: step.position)
        }
        guard let link = try select(follow, in: origin) else { return nil }
        if link.verb?.isSafe == true {
            pending = .read
            return .read(step: step.id, link)
        }
        let evaluator = evaluator()
        let rule = profile.bodies.first { $0.applies(to: link) }
        let body = try step.body.map { template in
            Body(
                root: rule?.root,
                likelyRoot: rule?.elements.first,
                fields: try evaluator.body(template)
            )
        }
        pending = .write
        return .write(StepWrite(step: step, link: link, body: body, path: try path(to: step, follow)))
    }

    /// Keeps what a step brought.
    mutating func settle(_ step: Step, _ resource: Resource, generation: Int, task: Resource? = nil) throws {
        var record = RunMemory.StepRecord(resource: resource, generation: generation)
        record.task = task
        if let selection = step.select {
            record.selected = try selector(selection).select(in: resource)
            record.selectsMany = selection.cardinality == .many
        }
        var evaluator = evaluator()
        evaluator.item = record.item
        evaluator.resource = resource
        record.outputs = try evaluator.outputs(step.outputs)
        memory.steps[step.id] = record
    }

    /// Takes what the step says about success, else goes on with the next.
    mutating func succeeded(_ step: Step, now: Duration) throws -> Action? {
        let record = memory.steps[step.id]
        var evaluator = evaluator()
        evaluator.resource = record?.resource
        evaluator.item = record?.item
        for action in step.onSuccess {
            if let condition = action.condition, try !evaluator.holds(condition) { continue }
            switch action.kind {
            case .end(let outcome):
                ending = (outcome, try action.message.map { try evaluator.text($0) })
                return try conclude(now: now)
            case .goto(let id, let limit):
                try jump(to: id, limit: limit, at: action.position)
                return nil
            case .retry: continue
            }
        }
        cursor += 1
        return nil
    }

    mutating func jump(to id: String, limit: Int, at position: SourcePosition) throws {
        let count = jumps[position, default: 0] + 1
        guard count <= limit else {
            throw WorkflowError(
                .loopLimit,
                "The workflow went back to ‘\(id)’ more often than its limit (\(limit)) allows."
            )
        }
        jumps[position] = count
        cursor = workflow.steps.firstIndex { $0.id == id } ?? workflow.steps.count
    }

    // MARK: Looking things up

    func evaluator() -> Evaluator { Evaluator(memory: memory) }

    func resource(_ expression: Expression) -> Resource? {
        if case .resource(let resource) = evaluator().value(of: expression) { return resource }
        return nil
    }

    func generation(of expression: Expression) -> Int {
        expression.stepID.flatMap { memory.steps[$0]?.generation } ?? memory.hubGeneration
    }

    func isWrite(_ step: Step) -> Bool { WorkflowLint(profile: profile).isWrite(step) }
}
