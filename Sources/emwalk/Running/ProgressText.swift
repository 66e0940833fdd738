// SPDX-License-Identifier: Apache-2.0

#if Network
/// What the progress line says: the step, the state of its task, how long it has taken and how long it may.
struct ProgressText {
    /// A task that is being waited for.
    struct Wait: Sendable {
        let step: String
        let operation: String?
        let state: String
        let since: Duration
        let limit: Duration?
    }

    let waits: [Wait]
    let ended: Int
    let total: Int?

    /// The line; nil if there is nothing to wait for.
    func text(at now: Duration) -> String? {
        if let total {
            guard total > 0, ended < total else { return nil }
            return "  \(ended) of \(total) ended, \(waits.count) waiting for tasks" + longest(at: now)
        }
        guard let wait = waits.first else { return nil }
        let operation = wait.operation.map { "\(PlainText.oneLine($0)) " } ?? ""
        return "  \(wait.step)  task \(operation)\(PlainText.oneLine(wait.state))  \(time(wait, at: now))"
    }

    private func longest(at now: Duration) -> String {
        guard let oldest = waits.min(by: { $0.since < $1.since }) else { return "" }
        return ", the longest for \(time(oldest, at: now))"
    }

    private func time(_ wait: Wait, at now: Duration) -> String {
        let elapsed = ProgressText.clock(now - wait.since)
        return wait.limit.map { "\(elapsed) of \(ProgressText.clock($0))" } ?? elapsed
    }

    /// Seconds, from a minute on with the minutes: `59 s`, `1:05 min`.
    static func clock(_ duration: Duration) -> String {
        let seconds = max(0, Int(duration.components.seconds))
        guard seconds >= 60 else { return "\(seconds) s" }
        let rest = seconds % 60
        return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest) min"
    }
}
#endif
