// SPDX-License-Identifier: Apache-2.0

/// What a task did: EM puts it into `Result` and the links of the finished task [get_tasks_id].
struct TaskOutcome: Sendable {
    var success: Bool
    var message: String?
    var links: [OfferedLink] = []
    /// What the effect takes for itself, so that nothing else does before it shows: a name, a running job.
    var claim: String?
    /// What becomes visible, at once or after the configured delay.
    var effect: (@Sendable (inout World, Duration) -> Void)?

    /// It worked.
    static func done(
        _ message: String = "Ok",
        links: [OfferedLink] = [],
        claim: String? = nil,
        effect: (@Sendable (inout World, Duration) -> Void)? = nil
    ) -> TaskOutcome {
        TaskOutcome(success: true, message: message, links: links, claim: claim, effect: effect)
    }

    /// It did not work; no failed task is printed in the guide, public clients read it so.
    static func failed(_ message: String?) -> TaskOutcome { TaskOutcome(success: false, message: message) }
}
