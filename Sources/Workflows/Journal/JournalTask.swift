// SPDX-License-Identifier: Apache-2.0

/// How the task of a write ended.
public struct JournalTask: Hashable, Sendable, Codable {
    /// The step that sent the write.
    public let step: String
    /// Which round of the step; nil for a step that is taken once.
    public let round: String?
    /// The state that was seen last.
    public let state: String
    /// Whether it worked; nil if it was not seen to the end.
    public let succeeded: Bool?
    /// What the server says, or why it was not seen to the end.
    public let note: String?

    /// How a task ended.
    public init(step: String, round: String? = nil, state: String, succeeded: Bool?, note: String?) {
        self.step = step
        self.round = round
        self.state = state
        self.succeeded = succeeded
        self.note = note
    }
}
