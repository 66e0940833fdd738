// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension RunMachine {
    /// The items that a step goes on with, as many as it allows.
    ///
    /// - Throws: if there are none or several where one was meant.
    func select(_ selection: Selection, in resource: Resource) throws -> [Resource] {
        let selection = narrowed(selection)
        guard selection.greatest != nil || !selection.filter.isExact else {
            return try selector(selection).select(in: resource)
        }
        var evaluator = evaluator()
        evaluator.resource = resource
        let found = try evaluator.greatest(
            evaluator.matches(
                Existence(from: nil, item: selection.item, filter: selection.filter, position: selection.position)
            ),
            by: selection.greatest
        )
        switch (selection.cardinality, found.count) {
        case (.one, 0):
            throw WorkflowError(.itemMissing, "No item fits among \(resource.items.count).", at: selection.position)
        case (.one, 2...), (.optional, 2...):
            let names = found.prefix(5).compactMap(\.label).map { "‘\($0)’" }
            throw WorkflowError(
                .itemAmbiguous,
                "\(found.count) items fit, and one was meant\(names.isEmpty ? "" : ": " + names.joined(separator: ", ")).",
                hint: "Nothing was chosen.",
                at: selection.position
            )
        default: return found
        }
    }

    func selector(_ selection: Selection) throws -> ItemSelector {
        let selection = narrowed(selection)
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
            // A path knows neither the name of an element, nor how many there may be, nor which is greatest.
            selector = ItemSelector(where: fitting ?? [])
            if selection.greatest != nil, let uid = item?.uid {
                selector = ItemSelector(where: [PropertyCondition(path: PropertyPath(profile.identity.uid), value: uid)]
                )
            }
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
