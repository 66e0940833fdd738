// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient

/// What a write needs beside being sent: a question, and a line in the journal before and after it.
extension Execution {
    /// Asks and writes down; returns why the write must not be sent.
    mutating func send(_ write: StepWrite) async throws -> (any ActionableError)? {
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
            bodyFingerprint: planned.bodyText.map { Fingerprint.of(body: $0, profile: runner.client.profile) },
            effectFingerprint: write.effect.map { Fingerprint.of(Array($0.utf8)) },
            taskLimit: taskLimit(of: write.step).wholeMilliseconds,
            isLasting: write.isLasting
        )
    }

    mutating func perform(_ write: StepWrite) async throws -> RunMachine.Event {
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
}
