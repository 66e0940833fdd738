// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// What an item must hold: one of several sets of tests, compared exactly.
public struct ItemFilter: Hashable, Sendable {
    /// One test.
    public struct Test: Hashable, Sendable {
        /// Where the value stands.
        public let path: PropertyPath
        /// What it is compared with.
        public let operand: Operand
    }

    /// What a value is compared with.
    public enum Operand: Hashable, Sendable {
        /// It must be this.
        case value(Template)
        /// It must be none of these: `{notIn: $steps.before.items.UID}`.
        case notIn(Expression)
    }

    /// The ways to fit; empty if everything does.
    public let alternatives: [[Test]]

    var templates: [Template] {
        alternatives.flatMap { $0 }.compactMap { test in
            if case .value(let template) = test.operand { return template }
            return nil
        }
    }

    var expressions: [Expression] {
        alternatives.flatMap { $0 }.flatMap { test -> [Expression] in
            switch test.operand {
            case .value(let template): template.expressions
            case .notIn(let expression): [expression]
            }
        }
    }
}
