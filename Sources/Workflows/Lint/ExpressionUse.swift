// SPDX-License-Identifier: Apache-2.0

/// An expression, where it stands, and what it may be about there.
struct ExpressionUse {
    /// What is at hand where an expression stands.
    struct Scope: OptionSet {
        let rawValue: Int
        /// An item: after a selection, or for each.
        static let item = Scope(rawValue: 1)
        /// What a lookup found.
        static let found = Scope(rawValue: 2)
        /// The read-back.
        static let verify = Scope(rawValue: 4)
        /// What the run handed back.
        static let outputs = Scope(rawValue: 8)
    }

    let expression: Expression
    let position: SourcePosition
    let scope: Scope
    /// How many steps, in the order of the file, may be referred to.
    let stepLimit: Int

    /// Every use in a workflow.
    static func all(in workflow: Workflow) -> [ExpressionUse] {
        var uses: [ExpressionUse] = []
        let end = workflow.steps.count
        for (index, step) in (workflow.steps + workflow.finally).enumerated() { uses += all(in: step, at: index) }
        if let verify = workflow.verify { uses += of(verify, stepLimit: end) }
        for argument in workflow.compensation?.arguments ?? [] {
            uses += of(argument.value, scope: .outputs, stepLimit: 0)
        }
        for field in workflow.outputs { uses += of(field.value, scope: .verify, stepLimit: end) }
        return uses
    }

    private static func all(in step: Step, at index: Int) -> [ExpressionUse] {
        let item: Scope = step.forEach == nil ? [] : .item
        var uses = [ExpressionUse(expression: step.from, position: step.position, scope: item, stepLimit: index)]
        switch step.forEach?.source {
        case .expression(let expression):
            uses.append(ExpressionUse(expression: expression, position: step.position, scope: [], stepLimit: index))
        case .values(let templates): uses += templates.flatMap { of($0, scope: [], stepLimit: index) }
        case .path(let template, _, _): uses += of(template, scope: [], stepLimit: index)
        case .links, nil: break
        }
        if let follow = step.follow { uses += of(follow, scope: item, stepLimit: index) }
        if let select = step.select { uses += of(select.filter, at: select.position, scope: item, stepLimit: index) }
        if let condition = step.condition { uses += of(condition, at: step.position, scope: item, stepLimit: index) }
        uses += (step.body?.templates ?? []).flatMap { of($0, scope: item, stepLimit: index) }
        uses += step.edits.compactMap(\.value).flatMap { of($0, scope: item, stepLimit: index) }
        if let save = step.save { uses += of(save, scope: item, stepLimit: index) }
        for condition in [step.awaiting?.until, step.awaiting?.failure].compactMap({ $0 }) {
            uses += of(condition, at: step.position, scope: item, stepLimit: index)
        }
        if let verify = step.verify { uses += of(verify, scope: item, stepLimit: index + 1) }
        for field in step.outputs { uses += of(field.value, scope: .item, stepLimit: index + 1) }
        for action in step.onSuccess + step.onFailure {
            if let condition = action.condition {
                uses += of(condition, at: action.position, scope: .item, stepLimit: index + 1)
            }
            if let message = action.message { uses += of(message, scope: .item, stepLimit: index + 1) }
        }
        return uses
    }

    private static func of(_ template: Template, scope: Scope, stepLimit: Int) -> [ExpressionUse] {
        template.expressions.map {
            ExpressionUse(expression: $0, position: template.position, scope: scope, stepLimit: stepLimit)
        }
    }

    private static func of(_ follow: Follow, scope: Scope, stepLimit: Int) -> [ExpressionUse] {
        ([follow.name, follow.missing].compactMap { $0 } + follow.query.map(\.value))
            .flatMap { of($0, scope: scope, stepLimit: stepLimit) }
    }

    static func of(_ verify: ReadBack, scope: Scope = [], stepLimit: Int) -> [ExpressionUse] {
        func of(_ condition: Condition) -> [ExpressionUse] {
            self.of(condition, at: verify.position, scope: scope, stepLimit: stepLimit)
        }
        var uses = [ExpressionUse(expression: verify.from, position: verify.position, scope: [], stepLimit: stepLimit)]
        if let follow = verify.follow { uses += self.of(follow, scope: scope, stepLimit: stepLimit) }
        if let select = verify.select {
            uses += self.of(select.filter, at: select.position, scope: scope, stepLimit: stepLimit)
        }
        switch verify.expectation {
        case .exists(let existence), .absent(let existence): uses += of(.exists(existence))
        case .holds(let condition): uses += of(condition)
        case .gone: break
        }
        if let failure = verify.failure { uses += of(failure) }
        return uses
    }

    private static func of(
        _ filter: ItemFilter,
        at position: SourcePosition,
        scope: Scope,
        stepLimit: Int
    ) -> [ExpressionUse] {
        filter.alternatives.flatMap { $0 }.flatMap { test -> [ExpressionUse] in
            switch test.operand {
            case .value(let template), .contains(let template):
                return of(template, scope: scope, stepLimit: stepLimit)
            case .notIn(let expression):
                return [ExpressionUse(expression: expression, position: position, scope: scope, stepLimit: stepLimit)]
            }
        }
    }

    private static func of(_ existence: Existence, scope: Scope, stepLimit: Int) -> [ExpressionUse] {
        let from = existence.from.map {
            [ExpressionUse(expression: $0, position: existence.position, scope: scope, stepLimit: stepLimit)]
        }
        return (from ?? []) + of(existence.filter, at: existence.position, scope: scope, stepLimit: stepLimit)
    }

    private static func of(
        _ condition: Condition,
        at position: SourcePosition,
        scope: Scope,
        stepLimit: Int
    ) -> [ExpressionUse] {
        func origin(_ expression: Expression?) -> [ExpressionUse] {
            guard let expression else { return [] }
            return [ExpressionUse(expression: expression, position: position, scope: scope, stepLimit: stepLimit)]
        }
        switch condition {
        case .exists(let existence): return of(existence, scope: scope, stepLimit: stepLimit)
        case .property(let from, _, let tests):
            return origin(from) + tests.flatMap(\.templates).flatMap { of($0, scope: scope, stepLimit: stepLimit) }
        case .present(let from, _): return origin(from)
        case .offered(let from, let follow): return origin(from) + of(follow, scope: scope, stepLimit: stepLimit)
        case .equals(let left, let right):
            return of(left, scope: scope, stepLimit: stepLimit) + of(right, scope: scope, stepLimit: stepLimit)
        case .status: return []
        case .given(let name):
            return [ExpressionUse(expression: .input(name), position: position, scope: scope, stepLimit: stepLimit)]
        case .not(let inner): return of(inner, at: position, scope: scope, stepLimit: stepLimit)
        case .anyOf(let inner), .allOf(let inner):
            return inner.flatMap { of($0, at: position, scope: scope, stepLimit: stepLimit) }
        }
    }

    private static func of(_ output: OutputTemplate, scope: Scope, stepLimit: Int) -> [ExpressionUse] {
        switch output {
        case .template(let template): return of(template, scope: scope, stepLimit: stepLimit)
        case .firstOf(let templates): return templates.flatMap { of($0, scope: scope, stepLimit: stepLimit) }
        case .resource(let expression, let position):
            return [ExpressionUse(expression: expression, position: position, scope: scope, stepLimit: stepLimit)]
        case .object(let fields): return fields.flatMap { of($0.value, scope: scope, stepLimit: stepLimit) }
        case .each(let source, let value, let position):
            return [ExpressionUse(expression: source, position: position, scope: scope, stepLimit: stepLimit)]
                + of(value, scope: scope.union(.item), stepLimit: stepLimit)
        case .lookup(let source, let filter, let value, let position):
            return [ExpressionUse(expression: source, position: position, scope: scope, stepLimit: stepLimit)]
                + of(filter, at: position, scope: scope, stepLimit: stepLimit)
                + of(value, scope: scope.union(.found), stepLimit: stepLimit)
        }
    }
}
