// SPDX-License-Identifier: Apache-2.0

/// What a task said about itself at one moment.
public struct TaskReport: Hashable, Sendable, Codable {
    /// Its number or id.
    public let id: String?
    /// The kind of work.
    public let operation: String?
    /// The state as the server spells it; the vocabulary is open.
    public let state: String
    /// Whether nothing more will happen.
    public let isTerminal: Bool
    /// Whether the work succeeded; nil if the task does not say.
    public let succeeded: Bool?
    /// What the server says to people.
    public let message: String?

    /// A report.
    public init(id: String?, operation: String?, state: String, isTerminal: Bool, succeeded: Bool?, message: String?) {
        self.id = id
        self.operation = operation
        self.state = state
        self.isTerminal = isTerminal
        self.succeeded = succeeded
        self.message = message
    }
}
