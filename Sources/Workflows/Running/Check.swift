// SPDX-License-Identifier: Apache-2.0

/// A read-back that is under way.
struct Check: Sendable {
    let rule: ReadBack
    /// The step that it belongs to; nil for that of the workflow.
    let step: Step?
    /// How long it is waited for.
    let within: Duration
    let deadline: Duration
    var delay: Duration
    /// The write whose effect is looked for before it is sent again.
    var look: Look?

    /// A write that was to be sent before, and of which the journal does not know how it ended.
    struct Look: Sendable {
        let write: StepWrite
        let earlier: WriteRecord
        /// What was known of the writes of this run before it.
        let writtenBefore: RunMachine.Written
    }
}
