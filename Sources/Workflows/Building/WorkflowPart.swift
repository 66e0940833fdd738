// SPDX-License-Identifier: Apache-2.0

/// A part of a workflow that is written in Swift: an input, a step, an output or a keyword.
public protocol WorkflowPart: Sendable {
    /// What it adds to the workflow.
    var contribution: WorkflowContribution { get }
}

/// What a part adds to a workflow.
public struct WorkflowContribution: Sendable {
    enum Kind: Sendable {
        case input(name: String, isRequired: Bool, schema: WorkflowValue)
        case step(WorkflowValue)
        case output(name: String, WorkflowValue)
        case keyword(name: String, WorkflowValue)
    }

    let kind: Kind
    let position: SourcePosition
}

/// Gathers the parts of a workflow in order.
@resultBuilder public enum WorkflowBuilder {
    /// One part.
    public static func buildExpression(_ part: some WorkflowPart) -> [WorkflowContribution] { [part.contribution] }
    /// Parts one after the other.
    public static func buildBlock(_ parts: [WorkflowContribution]...) -> [WorkflowContribution] {
        parts.flatMap(\.self)
    }
    /// Parts that may be left out.
    public static func buildOptional(_ parts: [WorkflowContribution]?) -> [WorkflowContribution] { parts ?? [] }
    /// One choice.
    public static func buildEither(first parts: [WorkflowContribution]) -> [WorkflowContribution] { parts }
    /// The other choice.
    public static func buildEither(second parts: [WorkflowContribution]) -> [WorkflowContribution] { parts }
    /// Parts of a loop.
    public static func buildArray(_ parts: [[WorkflowContribution]]) -> [WorkflowContribution] { parts.flatMap(\.self) }
}
