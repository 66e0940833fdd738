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
        /// It must have this in it: `{contains: $steps.root.item.HierarchyRootId}`; an expression without a value
        /// asks for nothing.
        case contains(Template)
    }

    /// The ways to fit; empty if everything does.
    public let alternatives: [[Test]]

    /// Whether every value is compared as a whole.
    var isExact: Bool {
        alternatives.joined().allSatisfy { test in
            if case .value = test.operand { return true }
            return false
        }
    }

    var templates: [Template] {
        alternatives.flatMap { $0 }.compactMap { test in
            switch test.operand {
            case .value(let template), .contains(let template): return template
            case .notIn: return nil
            }
        }
    }

    var expressions: [Expression] {
        alternatives.flatMap { $0 }.flatMap { test -> [Expression] in
            switch test.operand {
            case .value(let template), .contains(let template): template.expressions
            case .notIn(let expression): [expression]
            }
        }
    }
}
