// SPDX-License-Identifier: Apache-2.0

/// What a run writes down: enough to find out later what was sent, never a URL and never a secret.
public struct JournalEntry: Hashable, Sendable, Codable {
    /// What happened.
    public enum Event: Hashable, Sendable, Codable {
        /// A run began.
        case runStarted(JournalStart)
        /// Another process went on with the run, by a session of its own.
        case runResumed
        /// A step was taken.
        case stepDone(JournalStep)
        /// A write is about to be sent.
        case writeIntended(JournalWrite)
        /// A write was answered, or it is not known how.
        case writeEnded(JournalAnswer)
        /// The task of a write ended, or it is not known how.
        case taskEnded(JournalTask)
        /// The effect of a write was looked for, because it was not known how the write had ended.
        case effectLookedFor(JournalLook)
        /// The run stopped before its end, and can be resumed.
        case runSuspended(outcome: Outcome?, note: String?)
        /// The run ended.
        case runEnded(JournalEnding)
    }

    /// The run.
    public let run: String
    /// The workflow.
    public let workflow: String
    /// When it was written down.
    public let at: Moment
    /// What happened.
    public let event: Event

    /// An entry.
    public init(run: String, workflow: String, at: Moment, event: Event) {
        self.run = run
        self.workflow = workflow
        self.at = at
        self.event = event
    }
}
