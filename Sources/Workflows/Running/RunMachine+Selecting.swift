// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension RunMachine {
    func selector(_ selection: Selection) throws -> ItemSelector {
        let evaluator = evaluator()
        var alternatives: [[PropertyCondition]] = []
        for tests in selection.filter.alternatives {
            var conditions: [PropertyCondition] = []
            for test in tests {
                guard case .value(let template) = test.operand else { continue }
                conditions.append(PropertyCondition(path: test.path, value: try evaluator.text(template)))
            }
            alternatives.append(conditions)
        }
        return ItemSelector(element: selection.item, anyOf: alternatives, cardinality: selection.cardinality)
    }

    /// How the link of a step is reached from the session, as text that holds no URL.
    func path(to step: Step) throws -> RelPath {
        let last = try step.follow.map { [RelPath.Step.follow(try linkSelector($0))] }
        return RelPath(steps: try way(to: step.from) + (last ?? []))
    }

    private func way(to expression: Expression) throws -> [RelPath.Step] {
        guard let step = expression.stepID.flatMap({ workflow.step($0) }) else { return [] }
        var steps = try way(to: step.from)
        if let follow = step.follow { steps.append(.follow(try linkSelector(follow))) }
        if let selection = step.select, !selection.filter.alternatives.isEmpty {
            var selector = try selector(selection)
            // What was found by one of several alternatives is named by the one that fits.
            let item = memory.steps[step.id]?.item
            let fitting = selector.alternatives.first { tests in
                item.map { item in tests.allSatisfy { $0.holds(for: item) } } ?? true
            }
            // A path knows neither the name of an element nor how many there may be.
            selector = ItemSelector(where: fitting ?? [])
            steps.append(.item(selector))
        }
        return steps
    }

    private func linkSelector(_ follow: Follow) throws -> LinkSelector {
        LinkSelector(
            rel: follow.rel,
            type: follow.types.count == 1 ? follow.types[0] : nil,
            name: try follow.name.map { try evaluator().text($0) }
        )
    }
}
