// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// What a run that is resumed knows of its writes from the journal; empty for a run that begins.
struct RunPast: Sendable {
    /// The writes that may have had an effect and that the walk has not come to again.
    private(set) var open: [WriteRecord] = []
    /// What it knew of its steps before the first write.
    private(set) var memory = RunMemory.Earlier()
    /// Whether there is a past at all.
    let isResumed: Bool
    /// How long each moment of the journal lies back, by the clock of this process.
    private var resumedAt = Moment(rawValue: 0)
    private var clock = Duration.zero

    /// No past.
    init() { isResumed = false }

    /// What a journal tells, seen from a moment and what the clock of this process shows then.
    init(_ record: RunRecord, at moment: Moment, clock: Duration) {
        isResumed = true
        open = record.effectiveWrites
        // As long as nothing may have been written, what is read anew is as good, and newer.
        if !open.isEmpty {
            memory.values = record.values
            memory.outputs = record.outputs.mapValues { $0.mapValues(\.value) }
        }
        resumedAt = moment
        self.clock = clock
    }

    /// What became of the write that the walk has come to; nil if none of its step was sent before.
    mutating func take(step: String, round: String?) -> WriteRecord? {
        guard let index = open.firstIndex(where: { $0.intent.step == step && $0.intent.round == round }) else {
            return nil
        }
        return open.remove(at: index)
    }

    /// Comes to none of them any more: the run ends before it.
    mutating func forget() { open = [] }

    /// What a step handed out before.
    func outputs(of step: Step) -> [JSONValue.Member] {
        step.outputs.compactMap { field in
            memory.outputs[step.id]?[field.name].map { .init(field.name, $0) }
        }
    }

    /// Until when the effect of a write may still show, by the clock of this process: the time that its task was given
    /// and the time that the effect then may take, counted from when it was written down.
    func deadline(of write: WriteRecord, within: Duration) -> Duration {
        let limit = Duration.milliseconds(write.intent.taskLimit) + within
        // A clock on the wall that was set back must not make anybody wait for hours.
        let left = min(limit, limit - write.at.duration(to: resumedAt))
        return clock + left
    }
}
