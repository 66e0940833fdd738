// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Gives expressions, conditions and templates their values from what a run knows.
struct Evaluator {
    let memory: RunMemory
    /// The resource that a condition without ``from`` is about.
    var resource: Resource?
    /// What `$item` is.
    var item: Resource?
    /// What `$found` is.
    var found: Resource?

    /// What an expression can be.
    enum Value {
        case absent
        case value(JSONValue)
        case texts([String])
        case resource(Resource)
        case resources([Resource])
    }

    func value(of expression: Expression) -> Value {
        switch expression {
        case .input(let name): return memory.inputs[name].map { .value($0) } ?? .absent
        case .session: return .resource(memory.hub)
        case .statusCode: return memory.status.map { .value(.integer($0)) } ?? .absent
        case .step(let id): return memory.steps[id]?.item.map { .resource($0) } ?? .absent
        case .stepTask(let id): return memory.steps[id]?.task.map { .resource($0) } ?? .absent
        case .stepItem(let id, let path):
            guard let item = memory.steps[id]?.item else { return .absent }
            return path.map { text($0, of: item) } ?? .resource(item)
        case .stepItems(let id, let path): return items(memory.steps[id], path)
        case .stepOutput(let id, let name):
            return memory.steps[id]?.outputs.first { $0.name == name }.map { .value($0.value) } ?? .absent
        case .item(let path): return item.map { text(path, of: $0) } ?? .absent
        case .found(let path): return found.map { text(path, of: $0) } ?? .absent
        case .verifyItem(let path):
            guard let found = memory.readBack?.found, found.count == 1 else { return .absent }
            return text(path, of: found[0])
        case .verifyItems(let path):
            guard let record = memory.readBack else { return .absent }
            return spread(record.resource.items, path)
        }
    }

    private func text(_ path: PropertyPath, of resource: Resource) -> Value {
        resource.property(path).map { .value(.string($0)) } ?? .absent
    }

    private func items(_ record: RunMemory.StepRecord?, _ path: PropertyPath?) -> Value {
        guard let record else { return .absent }
        if record.selectsMany, let selected = record.selected { return spread(selected, path) }
        return record.resource.map { spread($0.items, path) } ?? .absent
    }

    private func spread(_ items: [Resource], _ path: PropertyPath?) -> Value {
        path.map { path in .texts(items.flatMap { $0.values(path) }) } ?? .resources(items)
    }

    // MARK: Texts

    /// The text of a template, or nil if it is exactly one expression that has no value.
    ///
    /// - Throws: ``WorkflowError`` with code ``ErrorCode/valueMissing`` if an expression inside text has none.
    func optionalText(_ template: Template) throws(WorkflowError) -> String? {
        if let expression = template.expression { return try plain(value(of: expression), expression, template) }
        var result = ""
        for part in template.parts {
            switch part {
            case .text(let text): result += text
            case .expression(let expression):
                guard let text = try plain(value(of: expression), expression, template) else {
                    throw missing(expression, at: template.position)
                }
                result += text
            }
        }
        return result
    }

    /// The text of a template.
    ///
    /// - Throws: ``WorkflowError`` with code ``ErrorCode/valueMissing`` if it has none.
    func text(_ template: Template) throws(WorkflowError) -> String {
        guard let text = try optionalText(template) else {
            throw missing(template.expression ?? .statusCode, at: template.position)
        }
        return text
    }

    func missing(_ expression: Expression, at position: SourcePosition) -> WorkflowError {
        WorkflowError(
            .valueMissing,
            "\(expression) has no value here.",
            hint: "The step it is about was skipped, or what it read has no such property.",
            at: position
        )
    }

    private func plain(_ value: Value, _ expression: Expression, _ template: Template) throws(WorkflowError) -> String?
    {
        switch value {
        case .absent: return nil
        case .value(let value):
            if let text = value.scalar { return text }
        case .texts(let texts) where texts.count == 1: return texts[0]
        default: break
        }
        throw WorkflowError(
            .valueMissing,
            "\(expression) is no single text.",
            hint: "Name one property of one item.",
            at: template.position
        )
    }

    // MARK: Conditions

    func holds(_ condition: Condition) throws(WorkflowError) -> Bool {
        switch condition {
        case .exists(let existence): return try !matches(existence).isEmpty
        case .property(let from, let path, let template):
            guard let resource = try origin(from) else { return false }
            return resource.values(path).contains(try text(template))
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

    func matches(_ existence: Existence) throws(WorkflowError) -> [Resource] {
        let items: [Resource]
        switch existence.from.map({ value(of: $0) }) {
        case .resources(let resources): items = resources
        case .resource(let resource): items = candidates(in: resource, existence.item)
        case nil: items = resource.map { candidates(in: $0, existence.item) } ?? []
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
        case .notIn(let expression):
            let known: [String]
            switch value(of: expression) {
            case .texts(let texts): known = texts
            case .value(let value): known = value.scalar.map { [$0] } ?? []
            default: known = []
            }
            return !values.isEmpty && !values.contains(where: known.contains)
        }
    }

    private func candidates(in resource: Resource, _ name: String?) -> [Resource] {
        name.map { resource.items(named: $0) } ?? resource.items
    }

    private func origin(_ expression: Expression?) throws(WorkflowError) -> Resource? {
        guard let expression else { return resource }
        if case .resource(let resource) = value(of: expression) { return resource }
        return nil
    }
}
