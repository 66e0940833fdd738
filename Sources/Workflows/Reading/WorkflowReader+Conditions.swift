// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension WorkflowReader {
    func condition(_ node: SourceNode) throws(WorkflowError) -> Condition {
        let map = try SourceMapping(node, "a condition", keys: .condition)
        let entries = try node.entries("a condition").filter { !$0.key.hasPrefix("x-") }
        guard entries.count == 1, let entry = entries.first else {
            throw node.fail("a condition has one key; combine several with ‘allOf’ or ‘anyOf’.")
        }
        _ = map
        switch entry.key {
        case "exists": return .exists(try existence(entry.value, mayHaveFrom: true))
        case "property": return try property(entry.value)
        case "present": return try present(entry.value)
        case "offered": return try offered(entry.value)
        case "equals":
            let values = try entry.value.sequence("‘equals’")
            guard values.count == 2 else { throw entry.value.fail("‘equals’ compares two values.") }
            return .equals(
                try ExpressionReader.template(values[0], "a value"),
                try ExpressionReader.template(values[1], "a value")
            )
        case "status":
            if case .sequence(let nodes) = entry.value.content {
                var codes: [Int] = []
                for node in nodes { codes.append(try node.integer("a status")) }
                return .status(codes)
            }
            return .status([try entry.value.integer("‘status’")])
        case "given": return .given(try entry.value.string("‘given’"))
        case "not": return .not(try condition(entry.value))
        case "anyOf": return .anyOf(try conditions(entry.value))
        default: return .allOf(try conditions(entry.value))
        }
    }

    func existence(_ node: SourceNode, mayHaveFrom: Bool) throws(WorkflowError) -> Existence {
        let map = try SourceMapping(node, "‘exists’", keys: .exists)
        var from: Expression?
        if let node = map["from"] {
            guard mayHaveFrom else { throw node.fail("‘verify’ looks in what it read; there is no ‘from’ here.") }
            from = try ExpressionReader.expression(node, "‘from’")
        }
        return Existence(
            from: from,
            item: try map.optionalString("item"),
            filter: try filter(map["where"]),
            position: node.position
        )
    }

    func filter(_ node: SourceNode?) throws(WorkflowError) -> ItemFilter {
        guard let node else { return ItemFilter(alternatives: []) }
        let entries = try node.entries("‘where’")
        if let entry = entries.first(where: { $0.key == "anyOf" }) {
            guard entries.count == 1 else { throw entry.value.fail("‘anyOf’ stands alone in ‘where’.") }
            var alternatives: [[ItemFilter.Test]] = []
            for node in try entry.value.sequence("‘anyOf’") { alternatives.append(try tests(node)) }
            guard !alternatives.isEmpty else { throw entry.value.fail("‘anyOf’ needs something to choose from.") }
            return ItemFilter(alternatives: alternatives)
        }
        return ItemFilter(alternatives: entries.isEmpty ? [] : [try tests(node)])
    }

    private func tests(_ node: SourceNode) throws(WorkflowError) -> [ItemFilter.Test] {
        var tests: [ItemFilter.Test] = []
        for entry in try node.entries("‘where’") {
            tests.append(ItemFilter.Test(path: PropertyPath(entry.key), operand: try operand(entry.value)))
        }
        return tests
    }

    private func operand(_ node: SourceNode) throws(WorkflowError) -> ItemFilter.Operand {
        guard case .mapping(let entries) = node.content else {
            return .value(try ExpressionReader.template(node, "a value to compare with"))
        }
        switch entries.first {
        case let entry? where entries.count == 1 && entry.key == "notIn":
            return .notIn(try ExpressionReader.expression(entry.value, "‘notIn’"))
        case let entry? where entries.count == 1 && entry.key == "contains":
            return .contains(try ExpressionReader.template(entry.value, "‘contains’"))
        default:
            throw node.fail("a value is compared with a text, {contains: TEXT} or {notIn: EXPRESSION}.")
        }
    }

    private func property(_ node: SourceNode) throws(WorkflowError) -> Condition {
        let map = try SourceMapping(node, "‘property’", keys: .propertyCondition)
        var tests: [ValueTest] = []
        if let value = try map.optionalTemplate("equals") { tests.append(.equals(value)) }
        if let values = map["oneOf"] {
            var choices: [Template] = []
            for value in try values.sequence("‘oneOf’") {
                choices.append(try ExpressionReader.template(value, "a value"))
            }
            guard !choices.isEmpty else { throw values.fail("‘oneOf’ needs something to choose from.") }
            tests.append(.oneOf(choices))
        }
        if let value = try map.optionalTemplate("above") { tests.append(.above(value)) }
        if let value = try map.optionalTemplate("below") { tests.append(.below(value)) }
        guard !tests.isEmpty else {
            throw node.fail("‘property’ needs ‘equals’, ‘oneOf’, ‘above’ or ‘below’.")
        }
        return .property(
            from: try map.optionalExpression("from"),
            path: PropertyPath(try map.string("path")),
            tests: tests
        )
    }

    private func present(_ node: SourceNode) throws(WorkflowError) -> Condition {
        let map = try SourceMapping(node, "‘present’", keys: .present)
        return .present(from: try map.optionalExpression("from"), path: PropertyPath(try map.string("path")))
    }

    private func offered(_ node: SourceNode) throws(WorkflowError) -> Condition {
        let map = try SourceMapping(node, "‘offered’", keys: .offered)
        let link = Follow(
            rel: Rel(try map.string("rel")),
            types: try types(map["type"]),
            name: try map.optionalTemplate("name"),
            cardinality: .optional,
            query: try query(map["query"]),
            pages: nil,
            missing: nil,
            position: node.position
        )
        return .offered(from: try map.optionalExpression("from"), link)
    }

    private func conditions(_ node: SourceNode) throws(WorkflowError) -> [Condition] {
        let nodes = try node.sequence("a list of conditions")
        guard !nodes.isEmpty else { throw node.fail("a list of conditions must not be empty.") }
        var conditions: [Condition] = []
        for node in nodes { conditions.append(try condition(node)) }
        return conditions
    }
}
