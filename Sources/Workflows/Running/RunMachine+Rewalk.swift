// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// The way back: hrefs die with their logon session, so what was read in one that ended is read again from the hub.
extension RunMachine {
    /// Starts over to a resource if the failure can be explained by a session that ended; nil if it cannot.
    mutating func startRewalk(to expression: Expression, after failure: StepFailure, resume: Resume) -> Action? {
        guard failure.status == 404 || failure.status == 401, failure.generation > generation(of: expression),
            rewalks < RunMachine.maxRewalks, let chain = chain(to: expression)
        else { return nil }
        rewalks += 1
        rewalk = (chain, resume)
        pending = .rewalkHub
        return .renewHub
    }

    mutating func nextOfRewalk(now: Duration) throws -> Action {
        do {
            if let action = try stepOfRewalk() { return action }
        } catch let error as any ActionableError where rewalk.resume == .verify {
            return try readBackImpossible(error, now: now)
        }
        switch rewalk.resume {
        case .step: return try advance(now: now)
        case .verify: return try attemptReadBack(now: now)
        }
    }

    /// Nil at the end of the way.
    private mutating func stepOfRewalk() throws -> Action? {
        while !rewalk.queue.isEmpty {
            let id = rewalk.queue.removeFirst()
            guard let step = workflow.step(id), memory.steps[id] != nil, let origin = resource(step.from) else {
                continue
            }
            guard let follow = step.follow else {
                try refresh(step, origin, generation: generation(of: step.from))
                continue
            }
            guard let link = try evaluator().link(follow, in: origin) else { continue }
            pending = .rewalkRead(id)
            return .read(step: id, link)
        }
        return nil
    }

    mutating func rewalkAnswered(
        _ id: String,
        _ resource: Resource?,
        _ generation: Int,
        now: Duration
    ) throws -> Action {
        do {
            if let step = workflow.step(id), let resource { try refresh(step, resource, generation: generation) }
        } catch let error as any ActionableError where rewalk.resume == .verify {
            return try readBackImpossible(error, now: now)
        }
        return try nextOfRewalk(now: now)
    }

    /// Outputs were taken before and stay as they were.
    private mutating func refresh(_ step: Step, _ resource: Resource, generation: Int) throws {
        guard var record = memory.steps[step.id] else { return }
        record.resource = resource
        record.generation = generation
        if let selection = step.select { record.selected = try select(selection, in: resource) }
        memory.steps[step.id] = record
    }

    /// The reading steps from the session to a resource; nil if a write lies between.
    private func chain(to expression: Expression) -> [String]? {
        switch expression {
        case .session: return []
        case .step(let id):
            guard let step = workflow.step(id), !isWrite(step), let before = chain(to: step.from) else { return nil }
            return before + [id]
        default: return nil
        }
    }
}
