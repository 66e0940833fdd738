// SPDX-License-Identifier: Apache-2.0

/// What a run writes down: enough to find out later what was sent, never a URL and never a secret.
public struct JournalEntry: Hashable, Sendable, Codable {
    /// What happened.
    public enum Event: Hashable, Sendable, Codable {
        /// A run began, with its inputs, secrets masked.
        case runStarted(inputs: [String: String])
        /// A write is about to be sent.
        case writeIntended(Write)
        /// A write ended: the status of its answer, or why none is known.
        case writeEnded(step: String, status: Int?, note: String?)
        /// The task of a write ended.
        case taskEnded(step: String, state: String, succeeded: Bool?, note: String?)
        /// The run ended.
        case runEnded(outcome: Outcome, note: String?)
    }

    /// A write before it is sent.
    public struct Write: Hashable, Sendable, Codable {
        /// The step that sends it.
        public let step: String
        /// The method.
        public let verb: String
        /// The relation of the link.
        public let rel: String
        /// The type of the link, if it has one.
        public let type: String?
        /// A fingerprint of the body; nil for none.
        public let bodyFingerprint: String?
    }

    /// The run.
    public let run: String
    /// The workflow.
    public let workflow: String
    /// What happened.
    public let event: Event
}
