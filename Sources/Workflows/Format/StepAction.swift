// SPDX-License-Identifier: Apache-2.0

/// What happens after a step instead of the next one.
public struct StepAction: Hashable, Sendable {
    /// What is done.
    public enum Kind: Hashable, Sendable {
        /// The run ends.
        case end(Outcome)
        /// The run goes on with another step.
        case goto(stepID: String, limit: Int)
        /// The step is repeated.
        case retry(after: Duration, limit: Int)
    }

    /// What is done.
    public let kind: Kind
    /// When; nil for always.
    public let condition: Condition?
    /// What is said to people.
    public let message: Template?
    /// Where it stands in the file.
    public let position: SourcePosition
}
