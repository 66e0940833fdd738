// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Gives expressions, conditions and templates their values from what a run knows.
struct Evaluator {
    let memory: RunMemory
    /// Whether what an earlier part of a resumed run knew goes before what was read anew.
    var prefersEarlier = false
    /// The resource that a condition without ``from`` is about.
    var resource: Resource?
    /// Every page of it, if it has several.
    var pages: [Resource] = []
    /// What `$item` is.
    var item: RunItem?
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
        if prefersEarlier, let value = earlierValue(of: expression) { return value }
        switch expression {
        case .input(let name): return memory.inputs[name].map { .value($0) } ?? .absent
        case .session: return .resource(memory.hub)
        case .output: return .absent
        case .statusCode: return memory.status.map { .value(.integer($0)) } ?? .absent
        case .step(let id): return memory.steps[id]?.item.map { .resource($0) } ?? .absent
        case .stepTask(let id): return memory.steps[id]?.task.map { .resource($0) } ?? .absent
        case .stepItem(let id, let path):
            guard let item = memory.steps[id]?.item else { return .absent }
            return path.map { text($0, of: item) } ?? .resource(item)
        case .stepItems(let id, let path): return items(memory.steps[id], path)
        case .stepOutput(let id, let name):
            return memory.steps[id]?.outputs.first { $0.name == name }.map { .value($0.value) } ?? .absent
        case .item(let path): return item.map { value(of: $0, path) } ?? .absent
        case .found(let path): return found.map { text(path, of: $0) } ?? .absent
        case .verifyItem(let path):
            guard let found = memory.readBack?.found, found.count == 1 else { return .absent }
            return path.map { text($0, of: found[0]) } ?? .resource(found[0])
        case .verifyItems(let path):
            guard let record = memory.readBack else { return .absent }
            return spread(record.pages.flatMap(\.items), path)
        }
    }

    /// Nil if no earlier part of the run knew of it.
    func earlierValue(of expression: Expression) -> Value? {
        switch expression {
        case .stepOutput(let id, let name): return memory.earlier.outputs[id]?[name].map { .value($0) }
        case .stepItems: return memory.earlier.values[expression.description].map { .texts($0) }
        case .stepItem:
            guard let values = memory.earlier.values[expression.description] else { return nil }
            return values.first.map { .value(.string($0)) } ?? .absent
        default: return nil
        }
    }

    private func value(of item: RunItem, _ path: PropertyPath?) -> Value {
        switch item {
        case .resource(let resource): path.map { text($0, of: resource) } ?? .resource(resource)
        case .text(let text): path == nil ? .value(.string(text)) : .absent
        case .link(let link): path.map { value(of: link, $0) } ?? .absent
        }
    }

    private func value(of link: Link, _ path: PropertyPath) -> Value {
        let text: String?
        switch path.description.lowercased() {
        case "rel": text = link.rel.rawValue
        case "type": text = link.type?.rawValue
        case "name": text = link.name
        default: text = nil
        }
        return text.map { .value(.string($0)) } ?? .absent
    }

    private func text(_ path: PropertyPath, of resource: Resource) -> Value {
        resource.property(path).map { .value(.string($0)) } ?? .absent
    }

    private func items(_ record: RunMemory.StepRecord?, _ path: PropertyPath?) -> Value {
        guard let record, record.resource != nil || record.selected != nil || record.gathered != nil else {
            return .absent
        }
        return spread(record.items, path)
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
}
