// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient
internal import XMLSchema

/// What steps brought, what rounds gather, what an edit changes.
extension RunMachine {
    /// Keeps what a step brought: one resource, or the pages of one.
    mutating func settle(
        _ step: Step,
        _ pages: [Resource],
        generation: Int,
        task: Resource? = nil
    ) throws {
        var record = RunMemory.StepRecord(resource: pages.first, generation: generation)
        record.pages = pages.count > 1 ? pages : []
        record.task = task
        if let selection = step.select {
            record.selected = try select(selection, in: pages)
            record.selectsMany = selection.cardinality == .many
        }
        try keep(record, of: step)
    }

    mutating func keep(_ record: RunMemory.StepRecord, of step: Step) throws {
        var record = record
        // The outputs of a step that is repeated are taken when all rounds are done.
        if rounds == nil {
            var evaluator = evaluator()
            evaluator.item = record.item.map { .resource($0) }
            evaluator.resource = record.resource
            evaluator.pages = record.pages
            record.outputs = try evaluator.outputs(step.outputs)
        }
        memory.steps[step.id] = record
        if rounds == nil { note(step, record) }
    }

    // MARK: Rounds

    func rounds(of step: Step, _ loop: ForEach) throws -> Rounds {
        let items = try items(of: step, loop)
        guard items.count <= loop.max else {
            throw WorkflowError(
                .limitExceeded,
                "The step ‘\(step.id)’ would be taken \(items.count) times; its limit is \(loop.max).",
                hint: "Nothing was done for any of them. Narrow the selection, or raise ‘max’ in the workflow."
            )
        }
        var rounds = Rounds(
            items: items,
            generation: origin(of: loop).map { generation(of: $0) } ?? generation(of: step.from)
        )
        if case .path = loop.source { rounds.isWalk = true }
        return rounds
    }

    private func items(of step: Step, _ loop: ForEach) throws -> [RunItem] {
        switch loop.source {
        case .values(let templates):
            return try templates.compactMap { try evaluator().optionalText($0) }.map { .text($0) }
        case .path(let template, let skip, let take):
            let parts = try self.parts(of: template, skip: skip, take: take)
            return parts.map { .text($0) }
        case .links:
            guard let follow = step.follow, let origin = resource(step.from) else { return [] }
            return try evaluator().links(follow, in: origin).map { .link($0) }
        case .expression(let expression):
            switch evaluator().value(of: expression) {
            case .resources(let resources): return resources.map { .resource($0) }
            case .texts(let texts): return texts.map { .text($0) }
            default: return []
            }
        }
    }

    /// The parts of a path, with slashes of either kind between them.
    func parts(of template: Template, skip: Int, take: Int?) throws -> [String] {
        let text = try evaluator().optionalText(template) ?? ""
        let parts = text.split { $0 == "/" || $0 == "\\" }.dropFirst(skip)
        return parts.prefix(take ?? parts.count).map(String.init)
    }

    private func origin(of loop: ForEach) -> Expression? {
        if case .expression(let expression) = loop.source { return expression }
        return nil
    }

    /// What one round brought: what it selected, the items of all its pages, or what it read.
    func gathered(_ record: RunMemory.StepRecord, of step: Step) -> [Resource] {
        if let selected = record.selected { return selected }
        if step.follow?.pages != nil { return record.items }
        return record.resource.map { [$0] } ?? []
    }

    /// All rounds are done.
    mutating func gather(_ step: Step, _ rounds: Rounds) throws {
        var record = RunMemory.StepRecord(generation: generation(of: step.from))
        if rounds.isWalk {
            // A way of no parts ends where it begins.
            record.resource = resource(step.from)
            record = rounds.latest ?? record
        } else {
            record.gathered = rounds.gathered
        }
        self.rounds = nil
        try keep(record, of: step)
    }

    /// The items of the rounds as they are in the session of now.
    ///
    /// - Throws: if they are not the same any more, as it is not known then which of them are done.
    mutating func refreshRounds() throws {
        guard let rounds, let step = steps.first(where: { $0.id == steps[cursor].id }), let loop = step.forEach else {
            return
        }
        if rounds.isWalk {
            // Its beginning was read anew, and the rest of the way is walked anew.
            self.rounds = nil
            return
        }
        let fresh = try self.rounds(of: step, loop)
        guard fresh.items.map(\.name) == rounds.items.map(\.name) else {
            throw WorkflowError(
                .workflowFailed,
                "The session ended within the step ‘\(step.id)’, and its items are not the same any more.",
                hint: "Run it again; what is done already is found to be so."
            )
        }
        self.rounds?.items = fresh.items
        self.rounds?.generation = fresh.generation
    }

    // MARK: Edits

    func changes(_ step: Step) throws -> [BodyChange] {
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
}
