// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension WorkflowReader {
    /// A step follows one link at the most.
    private enum LinkCount: String, CaseIterable { case one, optional }
    private enum ItemCount: String, CaseIterable { case one, optional, many }

    /// Where a step begins; a step that follows nothing may also pick one of several items.
    func origin(_ node: SourceNode, mayBeItem: Bool = false, mayBeItems: Bool = false) throws(WorkflowError)
        -> Expression
    {
        let expression = try ExpressionReader.expression(node, "‘from’")
        switch expression {
        case .session, .step, .stepTask: return expression
        case .item(nil) where mayBeItem: return expression
        case .stepItems(_, nil) where mayBeItems: return expression
        case .item(nil): throw node.fail("‘from’ is $item in a step with ‘forEach’ only.")
        case .stepItems(_, nil): throw node.fail("‘from’ is $steps.ID.items in a step that selects only.")
        default:
            throw node.fail("‘from’ must be $session, $steps.ID or $steps.ID.task, not \(expression).")
        }
    }

    func follow(_ node: SourceNode) throws(WorkflowError) -> Follow {
        let map = try SourceMapping(node, "‘follow’", keys: .follow)
        let cardinality = try map.word("cardinality", LinkCount.self, default: .one)
        return Follow(
            rel: Rel(try map.string("rel")),
            types: try types(map["type"]),
            name: try map.optionalTemplate("name"),
            cardinality: cardinality == .one ? .one : .optional,
            query: try query(map["query"]),
            pages: try positive("pages", in: map),
            missing: try map.optionalTemplate("missing"),
            position: node.position
        )
    }

    func select(_ node: SourceNode, mayExclude: Bool = false) throws(WorkflowError) -> Selection {
        let map = try SourceMapping(node, "‘select’", keys: .select)
        let filter = try filter(map["where"])
        for test in filter.alternatives.joined() where !mayExclude {
            if case .notIn = test.operand {
                throw node.fail("‘notIn’ is for conditions and ‘verify’; ‘select’ compares with values.")
            }
        }
        return Selection(
            item: try map.optionalString("item"),
            filter: filter,
            greatest: try map.optionalString("greatest").map { PropertyPath($0) },
            cardinality: Cardinality(rawValue: try map.word("cardinality", ItemCount.self, default: .one).rawValue)
                ?? .one,
            position: node.position
        )
    }

    func query(_ node: SourceNode?) throws(WorkflowError) -> [Follow.Parameter] {
        guard let node else { return [] }
        var parameters: [Follow.Parameter] = []
        for entry in try node.entries("‘query’") {
            parameters.append(
                Follow.Parameter(name: entry.key, value: try ExpressionReader.template(entry.value, "a parameter"))
            )
        }
        return parameters
    }

    func positive(_ key: String, in map: SourceMapping) throws(WorkflowError) -> Int? {
        guard let node = map[key], let number = try map.optionalInteger(key) else { return nil }
        guard number > 0 else { throw node.fail("‘\(key)’ must be 1 at least.") }
        return number
    }

    func types(_ node: SourceNode?) throws(WorkflowError) -> [LinkType] {
        guard let node else { return [] }
        guard case .sequence(let nodes) = node.content else { return [LinkType(try node.string("‘type’"))] }
        var types: [LinkType] = []
        for node in nodes { types.append(LinkType(try node.string("a type"))) }
        return types
    }

    func edits(_ node: SourceNode?) throws(WorkflowError) -> [BodyEdit] {
        guard let node else { return [] }
        var edits: [BodyEdit] = []
        for entry in try node.entries("‘edit’") {
            var value: Template?
            if case .scalar(_, .null) = entry.value.content {
                value = nil
            } else {
                value = try ExpressionReader.template(entry.value, "a new value")
            }
            edits.append(BodyEdit(path: entry.key, value: value, position: entry.keyPosition))
        }
        guard !edits.isEmpty else { throw node.fail("‘edit’ needs something to change.") }
        return edits
    }

    func body(_ node: SourceNode) throws(WorkflowError) -> BodyTemplate {
        switch node.content {
        case .mapping(let entries):
            var fields: [BodyTemplate.Field] = []
            for entry in entries {
                let isAttribute = entry.key.hasPrefix("@")
                fields.append(
                    BodyTemplate.Field(
                        name: isAttribute ? String(entry.key.dropFirst()) : entry.key,
                        isAttribute: isAttribute,
                        value: try body(entry.value)
                    )
                )
            }
            return .fields(fields)
        case .sequence(let nodes):
            var values: [BodyTemplate] = []
            for node in nodes { values.append(try body(node)) }
            return .list(values)
        case .scalar(let text, .integer), .scalar(let text, .number): return .number(text)
        case .scalar(let text, .boolean): return .boolean(text == "true")
        case .scalar(_, .null): throw node.fail("a body holds no null; leave the field out.")
        case .scalar(_, .string): return .template(try ExpressionReader.template(node, "a value of a body"))
        }
    }
}
