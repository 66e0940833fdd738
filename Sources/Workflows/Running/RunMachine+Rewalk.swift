// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// The way back: hrefs die with their logon session, so what was read in one that ended is read again from the hub.
extension RunMachine {
    /// Starts over to a resource if the failure can be explained by a session that ended; nil if it cannot.
    mutating func startRewalk(to expression: Expression, after failure: StepFailure, resume: Resume) -> Action? {
        guard failure.status == 404 || failure.status == 401, failure.generation > generation(of: expression),
            rewalks < RunMachine.maxRewalks, let chain = chain(to: beginning(of: expression))
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
        case .step:
            try refreshRounds()
            return try advance(now: now)
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
                try refresh(step, [origin], generation: generation(of: step.from))
                continue
            }
            guard let link = try evaluator().link(follow, in: origin) else { continue }
            pending = .rewalkRead(id)
            return try read(link, follow, step: id)
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
            if let resource, let action = try nextPage(resource) { return action }
            if let step = workflow.step(id), resource != nil {
                try refresh(step, reading.pages, generation: generation)
            }
        } catch let error as any ActionableError where rewalk.resume == .verify {
            return try readBackImpossible(error, now: now)
        }
        return try nextOfRewalk(now: now)
    }

    /// Outputs were taken before and stay as they were.
    private mutating func refresh(_ step: Step, _ pages: [Resource], generation: Int) throws {
        guard var record = memory.steps[step.id] else { return }
        record.resource = pages.first
        record.pages = pages.count > 1 ? pages : []
        record.generation = generation
        if let selection = step.select { record.selected = try select(selection, in: pages) }
        memory.steps[step.id] = record
    }

    /// Where the way to an item of a round begins.
    private func beginning(of expression: Expression) -> Expression {
        guard case .item = expression, cursor < steps.count,
            case .expression(let source) = steps[cursor].forEach?.source
        else { return expression }
        return source
    }

    /// The reading steps from the session to a resource; nil if a write lies between, or one that is repeated.
    private func chain(to expression: Expression) -> [String]? {
        switch expression {
        case .session: return []
        case .step(let id), .stepItems(let id, _):
            guard let step = workflow.step(id), step.forEach == nil, !isWrite(step),
                let before = chain(to: step.from)
            else { return nil }
            if case .stepItems = step.from { return nil }
            return before + [id]
        default: return nil
        }
    }
}
