// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension WorkflowReader {
    func step(_ node: SourceNode) throws(WorkflowError) -> Step {
        let map = try SourceMapping(node, "a step", keys: .step)
        let id = try identifier(try map.required("stepId"), "‘stepId’")
        let does = ["follow", "select", "refuses", "requires", "onSuccess"]
        guard does.contains(where: { map[$0] != nil }) else {
            throw node.fail("the step ‘\(id)’ does nothing.", hint: "It needs one of: \(does.joined(separator: ", ")).")
        }
        var from = Expression.session
        if let node = map["from"] {
            from = try origin(node)
        } else if map["follow"] != nil || map["select"] != nil {
            throw node.fail("the step ‘\(id)’ needs ‘from’.")
        }
        var follow: Follow?
        if let node = map["follow"] { follow = try self.follow(node) }
        var select: Selection?
        if let node = map["select"] { select = try self.select(node) }
        var condition: Condition?
        if let node = map["when"] { condition = try self.condition(node) }
        var body: BodyTemplate?
        if let node = map["body"] {
            guard case .fields(let fields) = try self.body(node) else { throw node.fail("‘body’ must be a mapping.") }
            guard follow != nil else { throw node.fail("a step with a body needs ‘follow’.") }
            body = .fields(fields)
        }
        var timeout: Duration?
        if let node = map["await"] {
            let map = try SourceMapping(node, "‘await’", keys: .await)
            timeout = .seconds(try map.required("timeout").integer("‘timeout’"))
        }
        var refuses: [Step.Refusal] = []
        for entry in try map["refuses"]?.entries("‘refuses’") ?? [] {
            refuses.append(Step.Refusal(input: entry.key, reason: try entry.value.string("a reason")))
        }
        var requires: [String] = []
        for node in try map["requires"]?.sequence("‘requires’") ?? [] {
            requires.append(try node.string("a name in ‘requires’"))
        }
        return Step(
            id: id,
            description: try map.optionalString("description"),
            from: from,
            follow: follow,
            select: select,
            condition: condition,
            refuses: refuses,
            requires: requires,
            body: body,
            taskTimeout: timeout,
            outputs: try outputs(map["outputs"]),
            onSuccess: try actions(map["onSuccess"], mayRetry: false),
            onFailure: try actions(map["onFailure"], mayRetry: true),
            position: node.position
        )
    }

    func readBack(_ node: SourceNode) throws(WorkflowError) -> ReadBack {
        let map = try SourceMapping(node, "‘verify’", keys: .verify)
        let expectation: ReadBack.Expectation
        switch (map["exists"], map["absent"]) {
        case (let exists?, nil): expectation = .exists(try existence(exists, mayHaveFrom: false))
        case (nil, let absent?): expectation = .absent(try existence(absent, mayHaveFrom: false))
        default: throw node.fail("‘verify’ needs either ‘exists’ or ‘absent’.")
        }
        return ReadBack(
            from: try origin(try map.required("from")),
            follow: try follow(try map.required("follow")),
            expectation: expectation,
            within: .seconds(try map.optionalInteger("within") ?? 30),
            isRequired: try map["required"]?.boolean("‘required’") ?? true,
            position: node.position
        )
    }

    private func origin(_ node: SourceNode) throws(WorkflowError) -> Expression {
        let expression = try ExpressionReader.expression(node, "‘from’")
        switch expression {
        case .session, .step, .stepTask: return expression
        default:
            throw node.fail("‘from’ must be $session, $steps.ID or $steps.ID.task, not \(expression).")
        }
    }

    private func follow(_ node: SourceNode) throws(WorkflowError) -> Follow {
        let map = try SourceMapping(node, "‘follow’", keys: .follow)
        var types: [LinkType] = []
        if let node = map["type"] {
            if case .sequence(let nodes) = node.content {
                for node in nodes { types.append(LinkType(try node.string("a type"))) }
            } else {
                types = [LinkType(try node.string("‘type’"))]
            }
        }
        var name: Template?
        if let node = map["name"] { name = try ExpressionReader.template(node, "‘name’") }
        let cardinality = try map.word("cardinality", LinkCount.self, default: .one)
        return Follow(
            rel: Rel(try map.string("rel")),
            types: types,
            name: name,
            cardinality: cardinality == .one ? .one : .optional,
            position: node.position
        )
    }

    private func select(_ node: SourceNode) throws(WorkflowError) -> Selection {
        let map = try SourceMapping(node, "‘select’", keys: .select)
        let filter = try filter(map["where"])
        for test in filter.alternatives.joined() {
            if case .notIn = test.operand {
                throw node.fail("‘notIn’ is for conditions and ‘verify’; ‘select’ compares with values.")
            }
        }
        return Selection(
            item: try map.optionalString("item"),
            filter: filter,
            cardinality: Cardinality(rawValue: try map.word("cardinality", ItemCount.self, default: .one).rawValue)
                ?? .one,
            position: node.position
        )
    }

    private func body(_ node: SourceNode) throws(WorkflowError) -> BodyTemplate {
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

    /// A step follows one link at the most.
    private enum LinkCount: String, CaseIterable { case one, optional }
    private enum ItemCount: String, CaseIterable { case one, optional, many }
    private enum ActionWord: String, CaseIterable { case end, goto, retry }
    private enum EndWord: String, CaseIterable { case unchanged, failed, read }

    private func actions(_ node: SourceNode?, mayRetry: Bool) throws(WorkflowError) -> [StepAction] {
        guard let node else { return [] }
        var actions: [StepAction] = []
        for node in try node.sequence("a list of actions") { actions.append(try action(node, mayRetry: mayRetry)) }
        return actions
    }

    private func action(_ node: SourceNode, mayRetry: Bool) throws(WorkflowError) -> StepAction {
        let map = try SourceMapping(node, "an action", keys: .action)
        let kind: StepAction.Kind
        switch try map.word("type", ActionWord.self) {
        case .end:
            let word = try map.word("outcome", EndWord.self, default: mayRetry ? .failed : nil)
            kind = .end(Outcome(rawValue: word.rawValue))
        case .goto:
            guard let limit = try map.optionalInteger("limit"), limit > 0 else {
                throw node.fail("a goto needs a ‘limit’: how often it may be taken.")
            }
            kind = .goto(stepID: try map.string("stepId"), limit: limit)
        case .retry:
            guard mayRetry else { throw node.fail("a step that worked is not retried; use goto.") }
            kind = .retry(
                after: .seconds(try map.optionalInteger("retryAfter") ?? 1),
                limit: try map.optionalInteger("retryLimit") ?? 1
            )
        }
        var condition: Condition?
        if let node = map["when"] { condition = try self.condition(node) }
        var message: Template?
        if let node = map["message"] { message = try ExpressionReader.template(node, "‘message’") }
        return StepAction(kind: kind, condition: condition, message: message, position: node.position)
    }
}
