// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import XMLSchema

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
        case edited(Body)
        case hub(Resource, generation: Int)
    }

    enum Action: Sendable {
        /// Follow a link by reading.
        case read(StepRead)
        /// Read the resource that a link belongs to and say what body changes it so.
        case edit(step: Step, Link, [BodyChange])
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
        case nothing, read, edit(Link), write, task(Resource, generation: Int), retryWait, untilWait
        case checkRead, checkWait
        case rewalkHub, rewalkRead(String)
    }

    /// What is known of the writes of this run.
    enum Written: Sendable {
        case nothing, confirmed, replyLost
        /// An earlier part of this run was to send one, and the journal does not know how that ended.
        case interrupted
        /// The server failed over it, which does not tell how far it had come.
        case serverFailed(any ActionableError)
        case taskLost(TaskEnding.Loss)
    }

    /// Which steps are taken: those of the workflow, or those that are taken at its end.
    enum Phase: Sendable { case main, finally }

    /// What goes on after the way back to a resource was walked anew.
    enum Resume: Sendable { case step, verify }

    let workflow: Workflow
    let profile: Profile
    /// Whether the run ends at its first write, so that it leaves nothing to clear away.
    let isPlan: Bool
    var memory: RunMemory
    var phase = Phase.main
    var cursor = 0
    var pending = Pending.nothing
    var written = Written.nothing
    var retries: [String: Int] = [:]
    var jumps: [SourcePosition: Int] = [:]
    var ending: (outcome: Outcome, message: String?)?
    var rewalk: (queue: [String], resume: Resume) = ([], .step)
    var rewalks = 0
    /// The rounds of the step at hand, if it has a `forEach`.
    var rounds: Rounds?
    /// The read that is under way, with its pages.
    var reading = Reading()
    /// When the step at hand stops waiting for what it reads to become so, and how long it waits next.
    var patience: (deadline: Duration, delay: Duration)?
    /// The reading back that is under way.
    var check: Check?
    /// The steps whose writes were sent and not read back yet.
    var unread: Set<String> = []
    /// The steps that sent a write whose effect lasts beyond the session.
    var lasting: [String] = []
    /// What was noticed on the way and is told with the outcome.
    var remarks: [String] = []
    /// How the run ends once its last steps are taken.
    var held: RunEnding?

    /// What the journal tells of an earlier part of this run.
    var past: RunPast
    /// The writes that are sent again, by their steps.
    var repeated: [String: JournalWrite] = [:]
    /// Whether nothing more can be found out about an outcome that is not known.
    var isBeyondKnowledge = false
    /// What steps brought, until it is written down.
    var notes: [JournalStep] = []
    /// What came of looking for the effects of writes, until it is written down.
    var looks: [JournalLook] = []

    /// How often the way to a resource is walked anew because the session ended.
    static let maxRewalks = 5

    init(
        workflow: Workflow,
        profile: Profile,
        inputs: RunInputs,
        hub: Resource,
        generation: Int,
        isPlan: Bool = false,
        past: RunPast = RunPast()
    ) {
        self.workflow = workflow
        self.profile = profile
        self.isPlan = isPlan
        self.past = past
        memory = RunMemory(inputs: inputs, hub: hub, hubGeneration: generation)
        memory.earlier = past.memory
    }

    /// What to do first.
    mutating func start(now: Duration) -> Action { attempt(now: now) { machine in try machine.advance(now: now) } }

    /// What to do next.
    mutating func handle(_ event: Event, now: Duration) -> Action {
        attempt(now: now) { machine in try machine.react(to: event, now: now) }
    }

    /// What to do as the write at hand must not be sent.
    mutating func refuse(_ error: any ActionableError, now: Duration) -> Action {
        attempt(now: now) { _ in throw error }
    }

    /// An error ends the run; among the last steps, it ends the step at hand only.
    mutating func attempt(now: Duration, _ body: (inout RunMachine) throws -> Action) -> Action {
        var action: Action
        do {
            action = try body(&self)
        } catch {
            action = (phase == .main ? look(insteadOf: error, now: now) : nil) ?? fail(error)
        }
        while case .finish(let ending) = action, !isOver {
            goOn(after: ending)
            do {
                action = try advance(now: now)
            } catch {
                action = fail(error)
            }
        }
        if case .finish = action, let held { return .finish(held) }
        return action
    }

    private mutating func react(to event: Event, now: Duration) throws -> Action {
        switch (pending, event) {
        case (.read, .answered(let status, let resource, let generation)):
            return try readAnswered(status, resource, generation, now: now)
        case (.read, .failed(let failure)): return try readFailed(failure, now: now)
        case (.untilWait, .slept): return try lookAgain(now: now)
        case (.edit(let link), .edited(let body)): return try write(steps[cursor], link, body, now: now)
        case (.edit, .failed(let failure)): return try readFailed(failure, now: now)
        case (.write, .answered(let status, let resource, let generation)):
            return try writeAnswered(status, resource, generation, now: now)
        case (.write, .failed(let failure)): return try writeFailed(failure, now: now)
        case (.task(_, let generation), .taskEnded(let ending, let task)):
            return try taskEnded(ending, task: task, generation: generation, now: now)
        case (.retryWait, .slept): return try advance(now: now)
        case (.checkRead, .answered(_, let resource, _)): return try readBackAnswered(resource, now: now)
        case (.checkRead, .failed(let failure)): return try readBackFailed(failure, now: now)
        case (.checkWait, .slept): return try attemptReadBack(now: now)
        case (.rewalkHub, .hub(let hub, let generation)):
            memory.hub = hub
            memory.hubGeneration = generation
            return try nextOfRewalk(now: now)
        case (.rewalkRead(let id), .answered(_, let resource, let generation)):
            return try rewalkAnswered(id, resource, generation, now: now)
        case (.rewalkHub, .failed(let failure)), (.rewalkRead, .failed(let failure)):
            if rewalk.resume == .verify {
                return try readBackImpossible(failure.error, status: failure.status, now: now)
            }
            throw failure.error
        default:
            // Events answer actions one to one; anything else is a mistake of the shell, and nothing is sent.
            throw WorkflowError(.workflowFailed, "The run was told of something it had not asked for.")
        }
    }

    // MARK: Looking things up

    /// The steps that are being taken.
    var steps: [Step] { phase == .main ? workflow.steps : workflow.finally }

    func evaluator() -> Evaluator { Evaluator(memory: memory, item: rounds?.item) }

    func resource(_ expression: Expression) -> Resource? {
        if case .resource(let resource) = evaluator().value(of: expression) { return resource }
        return nil
    }

    func generation(of expression: Expression) -> Int {
        if case .item = expression, let rounds { return rounds.generation }
        return expression.stepID.flatMap { memory.steps[$0]?.generation } ?? memory.hubGeneration
    }

    func isWrite(_ step: Step) -> Bool { WorkflowLint(profile: profile).isWrite(step) }
}
