// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension Evaluator {
    /// The values of outputs; one that has no value is left out, as is an object none of whose members has one.
    func outputs(_ fields: [OutputTemplate.Field]) throws(WorkflowError) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        for field in fields {
            if let value = try output(field.value) { members.append(.init(field.name, value)) }
        }
        return members
    }

    private func output(_ template: OutputTemplate) throws(WorkflowError) -> JSONValue? {
        switch template {
        case .template(let template):
            guard let expression = template.expression else { return try optionalText(template).map { .string($0) } }
            return output(value(of: expression))
        case .firstOf(let templates):
            for template in templates {
                if let value = try output(template) { return value }
            }
            return nil
        case .resource(let expression, _):
            guard case .resource(let resource) = value(of: expression) else { return nil }
            return resource.json
        case .object(let fields):
            var members: [JSONValue.Member] = []
            var hasValue = false
            for field in fields {
                let value = try output(field.value)
                hasValue = hasValue || value != nil
                members.append(.init(field.name, value ?? .null))
            }
            return hasValue ? .object(members) : nil
        case .each(let source, let template, _):
            guard case .resources(let items) = value(of: source) else { return nil }
            var values: [JSONValue] = []
            for item in items {
                var inner = self
                inner.item = .resource(item)
                values.append(try inner.output(template) ?? .null)
            }
            return .array(values)
        case .lookup(let source, let filter, let template, _):
            guard case .resources(let items) = value(of: source), try hasValues(filter) else { return .null }
            for candidate in items where try fits(candidate, filter) {
                var inner = self
                inner.found = candidate
                return try inner.output(template) ?? .null
            }
            return .null
        }
    }

    /// Whether everything that is looked for is known; what has no value is found nowhere.
    private func hasValues(_ filter: ItemFilter) throws(WorkflowError) -> Bool {
        for test in filter.alternatives.flatMap({ $0 }) {
            guard case .value(let template) = test.operand, template.expression != nil else { continue }
            if try optionalText(template) == nil { return false }
        }
        return true
    }

    /// A resource itself is handed back by what names it.
    private func output(_ value: Value) -> JSONValue? {
        switch value {
        case .absent: nil
        case .value(let value): value
        case .texts(let texts): .array(texts.map { .string($0) })
        case .resource(let resource): describe(resource)
        case .resources(let resources): .array(resources.map(describe))
        }
    }

    private func describe(_ resource: Resource) -> JSONValue {
        .object([
            .init("name", .optional(resource.label)), .init("uid", .optional(resource.uid)),
            .init("type", .optional(resource.type?.rawValue)),
        ])
    }

    // MARK: Bodies

    /// The parts of a body; a field that is exactly one optional input that was not given is left out.
    func body(_ template: BodyTemplate) throws(WorkflowError) -> [BodyField] {
        guard case .fields(let fields) = template else { return [] }
        var result: [BodyField] = []
        for field in fields {
            guard let value = try bodyValue(field.value) else { continue }
            result.append(BodyField(field.name, value, isAttribute: field.isAttribute))
        }
        return result
    }

    /// The values of an entry of a list that is nothing but an expression for several texts; nil for any other.
    private func texts(of template: BodyTemplate) -> [String]? {
        guard case .template(let template) = template, let expression = template.expression,
            case .texts(let texts) = value(of: expression)
        else { return nil }
        return texts
    }

    private func bodyValue(_ template: BodyTemplate) throws(WorkflowError) -> BodyValue? {
        switch template {
        case .number(let lexeme): return .number(lexeme)
        case .boolean(let flag): return .boolean(flag)
        case .fields: return .fields(try body(template))
        case .list(let templates):
            var values: [BodyValue] = []
            for template in templates {
                if let texts = texts(of: template) {
                    values += texts.map { .string($0) }
                } else if let value = try bodyValue(template) {
                    values.append(value)
                }
            }
            return .list(values)
        case .template(let template):
            guard let expression = template.expression else { return .string(try text(template)) }
            guard case .input(let name) = expression else { return .string(try text(template)) }
            switch memory.inputs[name] {
            case .number(let lexeme): return .number(lexeme)
            case .boolean(let flag): return .boolean(flag)
            case let value: return value?.scalar.map { .string($0) }
            }
        }
    }
}
