// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Finds what deserves a second look in a workflow that can be used: what a run would not stumble over, or only late.
struct WorkflowAdvice {
    /// What is true of the API.
    let profile: Profile
    /// The workflows that another one may name.
    let known: [Workflow]

    func findings(in workflow: Workflow) -> [WorkflowError] {
        unreachable(workflow) + dangers(workflow) + ambiguous(workflow) + compensation(of: workflow)
    }

    // MARK: Ways

    /// Steps that no way leads to, and actions that stand behind one that always counts.
    private func unreachable(_ workflow: Workflow) -> [WorkflowError] {
        [workflow.steps, workflow.finally].flatMap { steps in
            steps.flatMap { actions(behind: $0.onSuccess) + actions(behind: $0.onFailure) } + unreachable(steps)
        }
    }

    private func unreachable(_ steps: [Step]) -> [WorkflowError] {
        var reached: Set<Int> = []
        var ahead = [0]
        while let index = ahead.popLast() {
            guard index < steps.count, reached.insert(index).inserted else { continue }
            let step = steps[index]
            let ends = step.condition == nil && step.onSuccess.contains { $0.condition == nil }
            if !ends { ahead.append(index + 1) }
            for action in step.onSuccess + step.onFailure {
                guard case .goto(let id, _) = action.kind else { continue }
                if let target = steps.firstIndex(where: { $0.id == id }) { ahead.append(target) }
            }
        }
        return steps.indices.filter { !reached.contains($0) }.map { index in
            advice(
                "the step ‘\(steps[index].id)’ is never reached.",
                hint: "Every way ends before it; give an action before it a ‘when’, or leave it out.",
                at: steps[index].position
            )
        }
    }

    private func actions(behind actions: [StepAction]) -> [WorkflowError] {
        guard let index = actions.firstIndex(where: { $0.condition == nil }) else { return [] }
        return actions.dropFirst(index + 1).map {
            advice("this action is never taken: the one before it has no ‘when’.", at: $0.position)
        }
    }

    // MARK: Dangers

    private func dangers(_ workflow: Workflow) -> [WorkflowError] {
        let lint = WorkflowLint(profile: profile)
        guard workflow.danger == nil, let write = (workflow.steps + workflow.finally).first(where: lint.isWrite) else {
            return []
        }
        return [
            advice(
                "the step ‘\(write.id)’ of ‘\(workflow.id)’ writes, and nobody said what that does beside its purpose.",
                hint: "Add ‘danger’; where there is none, say why: danger: {level: none, text: …}.",
                at: workflow.position
            )
        ]
    }

    // MARK: Links

    /// Links without type or name where the profile knows several of the relation.
    private func ambiguous(_ workflow: Workflow) -> [WorkflowError] {
        (workflow.steps + workflow.finally).compactMap { step in
            guard let follow = step.follow, follow.types.isEmpty, follow.name == nil, step.forEach?.source != .links,
                follow.rel != .itself
            else { return nil }
            let types = self.types(of: follow.rel, offeredBy: elements(of: step.from, in: workflow))
            guard types.count > 1 else { return nil }
            let list = types.sorted().prefix(4).map { $0.isEmpty ? "none" : $0 }.joined(separator: ", ")
            return advice(
                "\(follow.rel) without a type fits several links: \(list)\(types.count > 4 ? ", …" : "").",
                hint: "Add ‘type’; an empty one for a link that has none.",
                at: follow.position
            )
        }
    }

    /// The types that links of a relation are known to have, where these elements offer them; any if none is known.
    private func types(of rel: Rel, offeredBy owners: Set<String>) -> Set<String> {
        func fits(_ owner: String?) -> Bool { owners.isEmpty || owner.map { owners.contains($0.lowercased()) } ?? true }
        var types: Set<String> = []
        for rule in profile.bodies where rule.rel == rel && fits(rule.owner) {
            if let type = rule.type { types.insert(type.rawValue) }
        }
        for rule in profile.hints where rule.rel == rel && fits(rule.owner) { types.insert(rule.alias.rawValue) }
        for rule in profile.offers where rule.rel == rel && rule.owners.contains(where: { fits($0) }) {
            if let type = rule.type { types.insert(type.rawValue) }
        }
        return types
    }

    /// The elements that the resource a step begins with may be, in lower case; empty if nobody knows.
    private func elements(of origin: Expression, in workflow: Workflow) -> Set<String> {
        guard let id = origin.stepID, let step = workflow.step(id) else { return [] }
        if case .stepTask = origin { return Set((profile.task?.elements ?? []).map { $0.lowercased() }) }
        if let item = step.select?.item { return [item.lowercased()] }
        guard let follow = step.follow, step.select == nil else {
            return step.follow == nil && step.select == nil ? elements(of: step.from, in: workflow) : []
        }
        return Set(follow.types.flatMap { profile.types.elements(for: $0) }.map { $0.lowercased() })
    }

    // MARK: Undoing

    private func compensation(of workflow: Workflow) -> [WorkflowError] {
        guard let compensation = workflow.compensation else { return [] }
        guard let other = known.first(where: { $0.id == compensation.workflowID }) else {
            let near = Spelling.nearest(to: compensation.workflowID, in: known.map(\.id))
            return [
                advice(
                    "there is no workflow ‘\(compensation.workflowID)’ that could undo ‘\(workflow.id)’.",
                    hint: near.map { "Did you mean ‘\($0)’?" },
                    at: compensation.position
                )
            ]
        }
        let given = compensation.arguments.map(\.name)
        let unknown = given.filter { other.input($0) == nil }.map { "it takes no input ‘\($0)’" }
        let missing = other.inputs.filter { $0.isRequired && !given.contains($0.name) }.map { "it needs ‘\($0.name)’" }
        return (unknown + missing).map {
            advice("‘\(other.id)’ cannot undo ‘\(workflow.id)’ so: \($0).", at: compensation.position)
        }
    }

    private func advice(_ message: String, hint: String? = nil, at position: SourcePosition) -> WorkflowError {
        WorkflowError(.workflowAdvice, message, hint: hint, at: position)
    }
}
