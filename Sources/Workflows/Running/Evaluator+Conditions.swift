// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension Evaluator {
    func holds(_ condition: Condition) throws(WorkflowError) -> Bool {
        switch condition {
        case .exists(let existence): return try !matches(existence).isEmpty
        case .property(let from, let path, let tests):
            for value in subject(from)?.values(path) ?? [] where try passes(value, tests) { return true }
            return false
        case .present(let from, let path):
            guard let resource = subject(from) else { return false }
            return !resource.values(path).isEmpty || resource.element(path) != nil
        case .offered(let from, let follow):
            guard let resource = subject(from) else { return false }
            for link in try links(follow, in: resource) where try takes(follow, link) { return true }
            return false
        case .equals(let left, let right): return try optionalText(left) == optionalText(right)
        case .status(let codes): return memory.status.map(codes.contains) ?? false
        case .given(let name): return memory.inputs[name] != nil
        case .not(let inner): return try !holds(inner)
        case .anyOf(let conditions):
            for condition in conditions where try holds(condition) { return true }
            return false
        case .allOf(let conditions):
            for condition in conditions where try !holds(condition) { return false }
            return true
        }
    }

    /// What there is to see of a condition that holds, for people.
    func evidence(_ condition: Condition) -> String {
        switch condition {
        case .property(let from, let path, _):
            let values = subject(from)?.values(path).map { "‘\($0)’" } ?? []
            return "\(path) is \(values.joined(separator: ", "))"
        case .anyOf(let conditions), .allOf(let conditions):
            return conditions.first { (try? holds($0)) == true }.map(evidence) ?? "it is there"
        case .offered(_, let follow): return "a link \(follow.rel) is offered"
        case .present(_, let path): return "\(path) is there"
        default: return "what was read says so"
        }
    }

    // MARK: Values

    private func passes(_ value: String, _ tests: [ValueTest]) throws(WorkflowError) -> Bool {
        for test in tests where try !passes(value, test) { return false }
        return true
    }

    private func passes(_ value: String, _ test: ValueTest) throws(WorkflowError) -> Bool {
        switch test {
        case .equals(let template): return value == (try text(template))
        case .oneOf(let templates):
            for template in templates where try optionalText(template) == value { return true }
            return false
        case .above(let template): return try limit(template, value) { limit, value in limit.isLess(than: value) }
        case .below(let template): return try limit(template, value) { limit, value in value.isLess(than: limit) }
        }
    }

    private func limit(
        _ template: Template,
        _ value: String,
        _ compare: (Magnitude, Magnitude) -> Bool?
    ) throws(WorkflowError) -> Bool {
        let text = try text(template)
        guard let limit = Magnitude(text) else {
            throw WorkflowError(
                .valueMissing,
                "‘\(text)’ is neither a number nor a time, so nothing is above or below it.",
                at: template.position
            )
        }
        guard let value = Magnitude(value) else { return false }
        return compare(limit, value) ?? false
    }

    // MARK: Items

    func matches(_ existence: Existence) throws(WorkflowError) -> [Resource] {
        let items: [Resource]
        switch existence.from.map({ value(of: $0) }) {
        case .resources(let resources): items = resources
        case .resource(let resource): items = candidates(in: resource, existence.item)
        case nil: items = looked.flatMap { candidates(in: $0, existence.item) }
        default: items = []
        }
        var result: [Resource] = []
        for item in items where try fits(item, existence.filter) { result.append(item) }
        return result
    }

    func fits(_ item: Resource, _ filter: ItemFilter) throws(WorkflowError) -> Bool {
        if filter.alternatives.isEmpty { return true }
        for tests in filter.alternatives {
            var all = true
            for test in tests where all { all = try passes(item, test) }
            if all { return true }
        }
        return false
    }

    private func passes(_ item: Resource, _ test: ItemFilter.Test) throws(WorkflowError) -> Bool {
        let values = item.values(test.path)
        switch test.operand {
        case .value(let template): return values.contains(try text(template))
        case .contains(let template):
            guard let part = try optionalText(template) else { return true }
            return values.contains { $0.contains(part) }
        case .notIn(let expression):
            let known: [String]
            // After a write may have had its effect, a new reading holds the effect itself.
            switch earlierValue(of: expression) ?? value(of: expression) {
            case .texts(let texts): known = texts
            case .value(let value): known = value.scalar.map { [$0] } ?? []
            default: known = []
            }
            return !values.isEmpty && !values.contains(where: known.contains)
        }
    }

    /// Those whose number or time at a path is greatest; what has none there does not count.
    func greatest(_ items: [Resource], by path: PropertyPath?) -> [Resource] {
        guard let path else { return items }
        var best: (items: [Resource], value: Magnitude)?
        for item in items {
            guard let value = item.property(path).flatMap({ Magnitude($0) }) else { continue }
            guard let current = best else {
                best = ([item], value)
                continue
            }
            if current.value.isLess(than: value) == true {
                best = ([item], value)
            } else if value == current.value {
                best = (current.items + [item], value)
            }
        }
        return best?.items ?? []
    }

    /// What a condition without ``from`` looks through.
    private var looked: [Resource] { pages.isEmpty ? resource.map { [$0] } ?? [] : pages }

    func candidates(in resource: Resource, _ name: String?) -> [Resource] {
        name.map { resource.items(named: $0) } ?? resource.items
    }

    private func subject(_ expression: Expression?) -> Resource? {
        guard let expression else { return resource }
        if case .resource(let resource) = value(of: expression) { return resource }
        return nil
    }
}
