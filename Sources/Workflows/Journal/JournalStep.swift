// SPDX-License-Identifier: Apache-2.0

/// What a step brought, as far as a later decision needs it.
public struct JournalStep: Hashable, Sendable, Codable {
    /// The step.
    public let step: String
    /// Its outputs by name, secrets masked.
    public let outputs: [String: JournalValue]
    /// What expressions had as values that something is compared with later, such as the sessions of a job before
    /// another one is started; by the text of the expression.
    public let values: [String: [String]]

    /// What a step brought.
    public init(step: String, outputs: [String: JournalValue] = [:], values: [String: [String]] = [:]) {
        self.step = step
        self.outputs = outputs
        self.values = values
    }
}
