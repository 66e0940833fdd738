// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import XMLSchema

extension RunMachine {
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
                if let action = try begin(step, follow, now: now) { return action }
                memory.steps[step.id] = nil
                note(step, nil)
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
    private mutating func begin(_ step: Step, _ follow: Follow, now: Duration) throws -> Action? {
        guard let origin = resource(step.from) else {
            if follow.cardinality == .optional { return nil }
            throw evaluator().missing(step.from, at: step.position)
        }
        guard let link = try evaluator().link(follow, in: origin) else { return nil }
        if link.verb?.isSafe == true {
            pending = .read
            return .read(step: step.id, link)
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
        let write = StepWrite(
            step: step,
            link: link,
            body: body,
            path: try path(to: step),
            effect: effect(of: step),
            repeats: repeated[step.id]
        )
        if let earlier = past.take(step: step.id, round: nil) { return try resume(write, earlier, now: now) }
        pending = .write
        return .write(write)
    }

    private func changes(_ step: Step) throws -> [BodyChange] {
        let evaluator = evaluator()
        var changes: [BodyChange] = []
        for edit in step.edits {
            guard let template = edit.value else {
                changes.append(BodyChange(edit.path, nil))
                continue
            }
            if case .input(let name) = template.expression, memory.inputs[name] == nil { continue }
            changes.append(BodyChange(edit.path, try evaluator.text(template)))
        }
        guard changes.isEmpty else { return changes }
        let names = step.edits.compactMap { edit -> String? in
            guard case .input(let name) = edit.value?.expression else { return nil }
            return name
        }
        throw WorkflowError(
            .missingInput,
            "Nothing is to be changed: no new value is given.",
            hint: "Give at least one of: \(names.joined(separator: ", "))."
        )
    }

    /// Keeps what a step brought.
    mutating func settle(_ step: Step, _ resource: Resource, generation: Int, task: Resource? = nil) throws {
        var record = RunMemory.StepRecord(resource: resource, generation: generation)
        record.task = task
        if let selection = step.select {
            record.selected = try select(selection, in: resource)
            record.selectsMany = selection.cardinality == .many
        }
        var evaluator = evaluator()
        evaluator.item = record.item.map { .resource($0) }
        evaluator.resource = resource
        record.outputs = try evaluator.outputs(step.outputs)
        memory.steps[step.id] = record
        note(step, record)
    }

    /// Takes what the step says about success, else goes on with the next.
    mutating func succeeded(_ step: Step, now: Duration) throws -> Action? {
        let record = memory.steps[step.id]
        var evaluator = evaluator()
        evaluator.resource = record?.resource
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
}
