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
            let picks = map["follow"] == nil && map["select"] != nil
            from = try origin(node, mayBeItem: map["forEach"] != nil, mayBeItems: picks)
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
        var verify: ReadBack?
        if let node = map["verify"] { verify = try readBack(node) }
        let edits = try edits(map["edit"])
        if let node = map["edit"] {
            guard body == nil else { throw node.fail("a step has either ‘body’ or ‘edit’.") }
            guard follow != nil else { throw node.fail("a step with ‘edit’ needs ‘follow’.") }
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
            edits: edits,
            verify: verify,
            awaiting: try awaiting(map["await"], isRead: body == nil && edits.isEmpty),
            forEach: try forEach(map["forEach"], in: map),
            resume: try map.word("resume", ResumePolicy.self, default: .verified),
            save: try map.optionalTemplate("save"),
            outputs: try outputs(map["outputs"]),
            onSuccess: try actions(map["onSuccess"], mayRetry: false),
            onFailure: try actions(map["onFailure"], mayRetry: true),
            position: node.position
        )
    }

    private func awaiting(_ node: SourceNode?, isRead: Bool) throws(WorkflowError) -> Awaiting? {
        guard let node else { return nil }
        let map = try SourceMapping(node, "‘await’", keys: .await)
        var until: Condition?
        if let node = map["until"] {
            guard isRead else { throw node.fail("‘until’ is for a step that reads; a write awaits its task.") }
            until = try condition(node)
        }
        for key in ["fail", "interval", "maxDelay"] {
            if until == nil, let node = map[key] { throw node.fail("‘\(key)’ belongs to ‘until’.") }
        }
        var failure: Condition?
        if let node = map["fail"] { failure = try condition(node) }
        let interval = try positive("interval", in: map) ?? 1
        return Awaiting(
            timeout: .seconds(try map.required("timeout").integer("‘timeout’")),
            until: until,
            failure: failure,
            interval: .seconds(interval),
            maxDelay: .seconds(max(try positive("maxDelay", in: map) ?? 15, interval))
        )
    }

    private func forEach(_ node: SourceNode?, in step: SourceMapping) throws(WorkflowError) -> ForEach? {
        guard let node else { return nil }
        guard step["follow"] != nil else { throw node.fail("a step with ‘forEach’ needs ‘follow’.") }
        let map = try SourceMapping(node, "‘forEach’", keys: .forEach)
        guard let max = try positive("max", in: map) else {
            throw node.fail("‘forEach’ needs ‘max’: how many rounds there may be.")
        }
        if let path = map["path"] {
            guard map["in"] == nil else { throw node.fail("‘forEach’ has either ‘in’ or ‘path’.") }
            guard step["select"] != nil else { throw node.fail("a step that walks down a path needs ‘select’.") }
            let source = ForEach.Source.path(
                try ExpressionReader.template(path, "‘path’"),
                skip: try positive("skip", in: map) ?? 0,
                take: try positive("take", in: map)
            )
            return ForEach(source: source, max: max, position: node.position)
        }
        for key in ["skip", "take"] {
            if let node = map[key] { throw node.fail("‘\(key)’ is for ‘path’.") }
        }
        let items = try map.required("in")
        if case .sequence(let nodes) = items.content {
            var values: [Template] = []
            for node in nodes { values.append(try ExpressionReader.template(node, "an item")) }
            return ForEach(source: .values(values), max: max, position: node.position)
        }
        if try items.string("‘in’") == "links" { return ForEach(source: .links, max: max, position: node.position) }
        let expression = try ExpressionReader.expression(items, "‘in’")
        switch expression {
        case .stepItems: return ForEach(source: .expression(expression), max: max, position: node.position)
        default:
            throw items.fail(
                "\(expression) stands for no items.",
                hint: "Write $steps.ID.items, $steps.ID.items.PATH, a list of values, or links."
            )
        }
    }

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
