// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Finds what is wrong between the parts of a workflow file; its shape was read before.
struct WorkflowLint {
    /// What is true of the API; tells which relations write.
    let profile: Profile

    func problems(in file: WorkflowFile, source: SourceNode) -> [WorkflowError] {
        var problems = urls(in: source)
        var seen: Set<String> = []
        for workflow in file.workflows {
            if !seen.insert(workflow.id).inserted {
                problems.append(problem("the workflow ‘\(workflow.id)’ occurs twice.", at: workflow.position))
            }
            problems += self.problems(in: workflow)
        }
        return problems
    }

    /// Whether following the link of a step is more than a read, as far as the file and the profile tell.
    func isWrite(_ step: Step) -> Bool {
        guard let follow = step.follow else { return false }
        return step.body != nil || !step.edits.isEmpty || step.taskTimeout != nil
            || profile.verb(for: follow.rel)?.isSafe == false
    }

    // MARK: Rules

    /// A workflow that held a URL would hold on one server only, and would walk past what the server offers.
    private func urls(in node: SourceNode) -> [WorkflowError] {
        func found(_ text: String, _ position: SourcePosition) -> [WorkflowError] {
            guard AddressText.isAddress(text) else { return [] }
            return [problem("‘\(text)’ looks like an address; a workflow follows links only.", at: position)]
        }
        switch node.content {
        case .scalar(let text, _): return found(text, node.position)
        case .sequence(let nodes): return nodes.flatMap(urls)
        case .mapping(let entries):
            return entries.flatMap { found($0.key, $0.keyPosition) + urls(in: $0.value) }
        }
    }

    private func problems(in workflow: Workflow) -> [WorkflowError] {
        var problems: [WorkflowError] = []
        var ids: Set<String> = []
        for step in workflow.steps + workflow.finally where !ids.insert(step.id).inserted {
            problems.append(problem("the step ‘\(step.id)’ occurs twice.", at: step.position))
        }
        problems += defaults(of: workflow)
        problems += inputNames(in: workflow)
        problems += ExpressionUse.all(in: workflow).compactMap { self.problem(with: $0, in: workflow) }
        for steps in [workflow.steps, workflow.finally] {
            for action in steps.flatMap({ $0.onSuccess + $0.onFailure }) {
                if case .goto(let id, _) = action.kind, !steps.contains(where: { $0.id == id }) {
                    problems.append(unknownStep(id, in: workflow, at: action.position))
                }
            }
        }
        let write = workflow.steps.first { isWrite($0) && $0.verify == nil }
        if let write, workflow.verify == nil, workflow.unverifiedReason == nil {
            problems.append(
                problem(
                    "the step ‘\(write.id)’ writes, and nothing reads back what it brought about.",
                    hint: "Add ‘verify’, or say in ‘x-unverified’ why it cannot be done.",
                    at: write.position
                )
            )
        }
        return problems
    }

    /// A default may name inputs that stand before it, so that no circle can arise.
    private func defaults(of workflow: Workflow) -> [WorkflowError] {
        var problems: [WorkflowError] = []
        var before: Set<String> = []
        for input in workflow.inputs {
            for expression in input.defaultValue?.expressions ?? [] {
                if case .input(let name) = expression, before.contains(name) { continue }
                problems.append(
                    problem(
                        "the default of ‘\(input.name)’ cannot use \(expression).",
                        hint: "A default may use inputs that stand before it.",
                        at: input.position
                    )
                )
            }
            before.insert(input.name)
        }
        return problems
    }

    private func inputNames(in workflow: Workflow) -> [WorkflowError] {
        (workflow.steps + workflow.finally).flatMap { step in
            (step.refuses.map(\.input) + step.requires).compactMap { name in
                workflow.input(name) == nil ? unknownInput(name, in: workflow, at: step.position) : nil
            }
        }
    }

    private func problem(with use: ExpressionUse, in workflow: Workflow) -> WorkflowError? {
        switch use.expression {
        case .input(let name):
            return workflow.input(name) == nil ? unknownInput(name, in: workflow, at: use.position) : nil
        case .item where !use.scope.contains(.item):
            return problem("there is no item at hand for \(use.expression).", at: use.position)
        case .found where !use.scope.contains(.found):
            return problem("\(use.expression) is for the value of a lookup.", at: use.position)
        case .output(let path):
            guard use.scope.contains(.outputs) else {
                return problem("\(use.expression) is for ‘compensate’.", at: use.position)
            }
            let names = workflow.outputs.map(\.name)
            guard let name = path.names.first, !names.contains(name) else { return nil }
            return problem(
                "the workflow has no output ‘\(name)’.",
                hint: Spelling.nearest(to: name, in: names).map { "Did you mean ‘\($0)’?" },
                at: use.position
            )
        case .verifyItem, .verifyItems:
            // What a step read back is at hand for the steps after it.
            let steps = (workflow.steps + workflow.finally).prefix(use.stepLimit)
            guard use.scope.contains(.verify) || steps.contains(where: { $0.verify != nil }) else {
                return problem("\(use.expression) is for the outputs of a workflow.", at: use.position)
            }
            let verifies = workflow.verify != nil || workflow.steps.contains { $0.verify != nil }
            return verifies
                ? nil : problem("\(use.expression) needs ‘verify’, which the workflow has not.", at: use.position)
        default: break
        }
        guard let id = use.expression.stepID else { return nil }
        let steps = workflow.steps + workflow.finally
        guard let index = steps.firstIndex(where: { $0.id == id }) else {
            return unknownStep(id, in: workflow, at: use.position)
        }
        guard index < use.stepLimit else {
            return problem("\(use.expression) is used before the step ‘\(id)’ was taken.", at: use.position)
        }
        guard case .stepOutput(_, let name) = use.expression else { return nil }
        let names = steps[index].outputs.map(\.name)
        guard !names.contains(name) else { return nil }
        return problem(
            "the step ‘\(id)’ has no output ‘\(name)’.",
            hint: Spelling.nearest(to: name, in: names).map { "Did you mean ‘\($0)’?" },
            at: use.position
        )
    }

    // MARK: Words

    private func unknownStep(_ id: String, in workflow: Workflow, at position: SourcePosition) -> WorkflowError {
        let near = Spelling.nearest(to: id, in: (workflow.steps + workflow.finally).map(\.id))
        return problem("there is no step ‘\(id)’.", hint: near.map { "Did you mean ‘\($0)’?" }, at: position)
    }

    private func unknownInput(_ name: String, in workflow: Workflow, at position: SourcePosition) -> WorkflowError {
        let near = Spelling.nearest(to: name, in: workflow.inputs.map(\.name))
        return problem("there is no input ‘\(name)’.", hint: near.map { "Did you mean ‘\($0)’?" }, at: position)
    }

    private func problem(_ message: String, hint: String? = nil, at position: SourcePosition) -> WorkflowError {
        WorkflowError(.badWorkflowFile, message, hint: hint, at: position)
    }
}
