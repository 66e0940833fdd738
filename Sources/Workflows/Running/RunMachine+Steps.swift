// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Taking steps.
extension RunMachine {
    /// Goes through steps until one needs the world.
    mutating func advance(now: Duration) throws -> Action {
        while cursor < steps.count {
            let step = steps[cursor]
            if phase == .finally, isWithoutOrigin(step) {
                skip(step)
                continue
            }
            if let loop = step.forEach, rounds == nil { rounds = try self.rounds(of: step, loop) }
            if let rounds, rounds.item == nil {
                try gather(step, rounds)
                if let action = try succeeded(step, now: now) { return action }
                continue
            }
            if let condition = step.condition, try !evaluator().holds(condition) {
                skip(step)
                continue
            }
            try checkInputs(of: step)
            if let follow = step.follow {
                if let action = try begin(step, follow, now: now) { return action }
                skip(step, isDone: true)
                guard rounds == nil else { continue }
            } else {
                try stay(step)
            }
            if let action = try succeeded(step, now: now) { return action }
        }
        return try conclude(now: now)
    }

    /// A step was not taken: the next one comes, or the next round of it.
    ///
    /// - Parameter isDone: whether it was taken and found nothing to follow, so that its actions count.
    private mutating func skip(_ step: Step, isDone: Bool = false) {
        if rounds != nil {
            rounds?.index += 1
        } else {
            memory.steps[step.id] = nil
            if isDone { note(step, nil) } else { cursor += 1 }
        }
    }

    /// A step is done: the next round of it comes, or what it says about success.
    mutating func done(_ step: Step, now: Duration) throws -> Action {
        patience = nil
        if rounds != nil {
            let brought = memory.steps[step.id].map { gathered($0, of: step) } ?? []
            rounds?.gathered += brought
            rounds?.latest = memory.steps[step.id]
            rounds?.index += 1
        } else if let action = try succeeded(step, now: now) {
            return action
        }
        return try advance(now: now)
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
        if case .stepItems(let id, nil) = step.from, let selection = step.select {
            let items = memory.steps[id]?.items ?? []
            var record = RunMemory.StepRecord(generation: generation(of: step.from))
            record.selected = try choose(selection, among: items)
            record.selectsMany = selection.cardinality == .many
            try keep(record, of: step)
            return
        }
        guard let origin = resource(step.from) else {
            if step.select?.cardinality == .one || (step.select == nil && step.from != .session) {
                throw evaluator().missing(step.from, at: step.position)
            }
            memory.steps[step.id] = nil
            return
        }
        try settle(step, [origin], generation: generation(of: step.from))
    }

    /// Nil if an optional link is not there.
    mutating func begin(_ step: Step, _ follow: Follow, now: Duration) throws -> Action? {
        let link: Link?
        if case .link(let item) = rounds?.item {
            link = item
        } else if let origin = rounds?.origin ?? resource(step.from) {
            link = try evaluator().link(follow, in: origin)
        } else {
            guard follow.cardinality != .optional else { return nil }
            throw evaluator().missing(step.from, at: step.position)
        }
        guard let link else { return nil }
        if link.verb?.isSafe == true {
            pending = .read
            return try read(link, follow, step: step.id, saveTo: step.save)
        }
        guard step.edits.isEmpty else {
            pending = .edit(link)
            return .edit(step: step, link, try changes(step))
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
        return try write(step, link, body, now: now)
    }

    /// The one place where a write is decided.
    mutating func write(_ step: Step, _ link: Link, _ body: Body?, now: Duration) throws -> Action {
        let evaluator = evaluator()
        var query: [String: String] = [:]
        if let follow = step.follow { query = try evaluator.query(follow) }
        var saveTo: String?
        if let save = step.save { saveTo = try evaluator.text(save) }
        let write = StepWrite(
            step: step,
            link: link,
            body: body,
            query: query,
            saveTo: saveTo,
            round: rounds?.name,
            path: try path(to: step),
            isLasting: phase == .main && step.resume != .again,
            effect: effect(of: step),
            repeats: repeated[StepWrite.name(step.id, rounds?.name)]
        )
        // What ends with the session is sent anew, and cleared away anew, whatever an earlier part did.
        if write.isLasting, let earlier = past.take(step: step.id, round: rounds?.name) {
            return try resume(write, earlier, now: now)
        }
        pending = .write
        return .write(write)
    }

    /// A read, from its first page.
    mutating func read(_ link: Link, _ follow: Follow?, step: String, saveTo: Template? = nil) throws -> Action {
        let evaluator = evaluator()
        reading = Reading(cap: follow?.pages, step: step, asked: [link.href.text])
        let query = try follow.map { try evaluator.query($0, of: link) }
        let remark = "What the step ‘\(step)’ listed was filtered here, as the query of its link cannot be read."
        if let left = query?.left, !left.isEmpty, !remarks.contains(remark) { remarks.append(remark) }
        return .read(
            StepRead(
                step: step,
                link: link,
                query: query?.changes ?? [:],
                saveTo: try saveTo.map { try evaluator.text($0) }
            )
        )
    }

    /// The read of the next page; nil if all are there.
    mutating func nextPage(_ resource: Resource) throws -> Action? {
        reading.pages.append(resource)
        guard let link = try reading.next() else { return nil }
        return .read(StepRead(step: reading.step, link: link))
    }

    /// Takes what the step says about success, else goes on with the next.
    private mutating func succeeded(_ step: Step, now: Duration) throws -> Action? {
        let record = memory.steps[step.id]
        var evaluator = evaluator()
        evaluator.resource = record?.resource
        evaluator.pages = record?.gathered ?? record?.pages ?? []
        evaluator.item = record?.item.map { .resource($0) }
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
        rounds = nil
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
        patience = nil
        rounds = nil
        cursor = steps.firstIndex { $0.id == id } ?? steps.count
    }
}
