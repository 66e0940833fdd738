// SPDX-License-Identifier: Apache-2.0

/// How a run ended.
public struct JournalEnding: Hashable, Sendable, Codable {
    /// How it ended.
    public let outcome: Outcome
    /// One sentence for people.
    public let note: String?
    /// What it handed back, secrets masked; nil for nothing.
    public let outputs: JournalValue?

    /// How a run ended.
    public init(outcome: Outcome, note: String?, outputs: JournalValue? = nil) {
        self.outcome = outcome
        self.note = note
        self.outputs = outputs
    }
}
