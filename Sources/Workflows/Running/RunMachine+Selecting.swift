// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension RunMachine {
    /// The items of the pages that a step goes on with, as many as it allows.
    ///
    /// - Throws: if there are none or several where one was meant.
    func select(_ selection: Selection, in pages: [Resource]) throws -> [Resource] {
        if pages.count == 1, selection.greatest == nil, narrowed(selection).filter.isExact {
            return try selector(selection).select(in: pages[0])
        }
        let evaluator = evaluator()
        let items = pages.flatMap { evaluator.candidates(in: $0, selection.item) }
        return try choose(selection, among: items)
    }

    /// The items of a list that a step goes on with, as many as it allows.
    ///
    /// - Throws: if there are none or several where one was meant.
    func choose(_ selection: Selection, among items: [Resource]) throws -> [Resource] {
        let selection = narrowed(selection)
        let evaluator = evaluator()
        let candidates = items.filter { item in
            selection.item.map { $0.lowercased() == item.name.lowercased() } ?? true
        }
        let fitting = try candidates.filter { try evaluator.fits($0, selection.filter) }
        return try check(evaluator.greatest(fitting, by: selection.greatest), selection, among: candidates)
    }

    private func check(_ found: [Resource], _ selection: Selection, among items: [Resource]) throws -> [Resource] {
        func candidates(_ items: [Resource]) -> [Candidate] {
            items.prefix(20).map { item in
                let uid = item.uid.map { "[\(profile.identity.uid)=\($0)]" }
                return Candidate(rel: nil, type: item.type?.rawValue, name: item.label, selector: uid)
            }
        }
        switch (selection.cardinality, found.count) {
        case (.one, 0):
            let asked = try selection.filter.templates.first.flatMap { try evaluator().optionalText($0) }
            let near = asked.flatMap { Spelling.nearest(to: $0, in: items.compactMap(\.label)) }
            let what = asked.map { " ‘\($0)’" } ?? ""
            throw HypermediaError(
                .itemMissing,
                items.isEmpty
                    ? "Nothing that fits\(what) was found." : "No item fits\(what) among \(items.count).",
                hint: near.map { "Did you mean ‘\($0)’?" }
                    ?? (items.isEmpty ? "Names are compared as a whole; check how it is written." : nil),
                candidates: candidates(items)
            )
        case (.one, 2...), (.optional, 2...):
            let names = found.prefix(5).compactMap(\.label).map { "‘\($0)’" }
            throw HypermediaError(
                .itemAmbiguous,
                "\(found.count) items fit, and one was meant\(names.isEmpty ? "" : ": " + names.joined(separator: ", ")).",
                hint: "Nothing was chosen. Say which by something that only one of them has.",
                candidates: candidates(found)
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
        if case .item = expression { return try wayToItem() }
        guard let step = expression.stepID.flatMap({ workflow.step($0) }) else { return [] }
        var steps = try way(to: step.from)
        if case .path(let template, let skip, let take) = step.forEach?.source {
            let name = PropertyPath(profile.identity.name)
            for part in try parts(of: template, skip: skip, take: take) {
                if let follow = step.follow { steps.append(.follow(try linkSelector(follow))) }
                steps.append(.item(ItemSelector(where: [PropertyCondition(path: name, value: part)])))
            }
            return steps
        }
        if let follow = step.follow { steps.append(.follow(try linkSelector(follow))) }
        if let selection = step.select, selection.cardinality != .many, !selection.filter.alternatives.isEmpty {
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

    /// The way to the item of the round at hand: by its UID or its name.
    private func wayToItem() throws -> [RelPath.Step] {
        guard case .resource(let item) = rounds?.item, case .expression(let source) = steps[cursor].forEach?.source
        else {
            return []
        }
        let name = item.uid == nil ? profile.identity.name : profile.identity.uid
        guard let value = item.uid ?? item.label else { return try way(to: source) }
        let condition = PropertyCondition(path: PropertyPath(name), value: value)
        return try way(to: source) + [.item(ItemSelector(where: [condition]))]
    }

    private func linkSelector(_ follow: Follow) throws -> LinkSelector {
        LinkSelector(
            rel: follow.rel,
            type: follow.types.count == 1 ? follow.types[0] : nil,
            name: try follow.name.map { try evaluator().text($0) }
        )
    }
}
