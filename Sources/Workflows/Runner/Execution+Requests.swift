// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient
internal import XMLSchema

/// Performing what the machine asks for: one request, or one wait.
extension Execution {
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

    func follow(_ read: StepRead, body: Body?) async throws -> RunMachine.Event {
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
