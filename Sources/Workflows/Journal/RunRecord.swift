// SPDX-License-Identifier: Apache-2.0

/// What a journal knows of one run: how it began, what it sent, what came of it, and how it ended.
public struct RunRecord: Hashable, Sendable {
    /// The run.
    public let run: String
    /// The workflow.
    public let workflow: String
    /// How it began.
    public let start: JournalStart
    /// When it began.
    public let startedAt: Moment
    /// When something was written down last.
    public private(set) var lastAt: Moment
    /// The steps that were taken, in order; a step that was taken again stands there again.
    public private(set) var steps: [JournalStep] = []
    /// The writes that were intended, in order.
    public private(set) var writes: [WriteRecord] = []
    /// The values that something is compared with later, as they were before the first write.
    private(set) var values: [String: [String]] = [:]
    /// What steps handed out, as it was before the first write where they were taken before it.
    private(set) var outputs: [String: [String: JournalValue]] = [:]
    /// How often another process went on with it.
    public private(set) var resumptions = 0
    /// How it ended; nil if it has not.
    public private(set) var ending: JournalEnding?
    /// Why it stopped before its end; nil if it did not, or if its process was killed.
    public private(set) var suspension: String?

    /// Reads the entries of one run; nil if they do not tell how it began.
    public init?(_ entries: [JournalEntry]) {
        guard let first = entries.first, case .runStarted(let start) = first.event else { return nil }
        run = first.run
        workflow = first.workflow
        self.start = start
        startedAt = first.at
        lastAt = first.at
        for entry in entries.dropFirst() { take(entry) }
    }

    private mutating func take(_ entry: JournalEntry) {
        lastAt = entry.at
        switch entry.event {
        case .runStarted: break
        case .runResumed:
            resumptions += 1
            suspension = nil
        case .stepDone(let step):
            // A reading after a write that may have had its effect would hold the effect itself.
            let isBefore = effectiveWrites.isEmpty
            values.merge(step.values) { old, new in isBefore ? new : old }
            if isBefore || outputs[step.step] == nil { outputs[step.step] = step.outputs }
            steps.append(step)
        case .writeIntended(let write): writes.append(WriteRecord(write, at: entry.at))
        case .writeEnded(let answer):
            update(answer.step, answer.round) { $0.take(answer) }
        case .taskEnded(let task):
            update(task.step, task.round) { $0.take(task) }
        case .effectLookedFor(let look):
            update(look.step, look.round) { $0.take(look) }
        case .runSuspended(_, let note): suspension = note ?? ""
        case .runEnded(let ending): self.ending = ending
        }
    }

    /// What is told of a write is told of the latest one of its step and round.
    private mutating func update(_ step: String, _ round: String?, _ change: (inout WriteRecord) -> Void) {
        guard let index = writes.lastIndex(where: { $0.intent.step == step && $0.intent.round == round }) else {
            return
        }
        change(&writes[index])
    }

    /// Whether it can be gone on with: it has begun and has not ended.
    public var canResume: Bool { ending == nil }

    /// The writes that may have had an effect which is there still: all but those that surely had none, and those whose
    /// effect ended with their session.
    public var effectiveWrites: [WriteRecord] { writes.filter { $0.fate != .withoutEffect && $0.intent.isLasting } }

    /// The inputs with which it goes on.
    ///
    /// - Throws: ``WorkflowError`` with code ``ErrorCode/missingInput`` if a secret is not given again,
    ///   ``ErrorCode/unknownInput`` if something is given that is none of its secrets.
    func inputs(with secrets: [String: String]) throws(WorkflowError) -> [String: String] {
        for name in secrets.keys.sorted() where !start.secrets.contains(name) {
            throw WorkflowError(
                .unknownInput,
                "The run \(run) goes on with the inputs that it began with; ‘\(name)’ cannot be given again.",
                hint: start.secrets.isEmpty
                    ? "Give none." : "Only its secrets are asked for: \(start.secrets.joined(separator: ", "))."
            )
        }
        var inputs = start.inputs
        for name in start.secrets {
            guard let value = secrets[name] else {
                throw WorkflowError(
                    .missingInput,
                    "The input ‘\(name)’ is a secret, which the journal does not keep.",
                    hint: "Give it again: \(name)=…"
                )
            }
            inputs[name] = value
        }
        return inputs
    }
}
