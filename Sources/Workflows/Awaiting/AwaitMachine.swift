// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Decides how a task is awaited: when to ask, and when to stop asking.
///
/// It takes events and the time, and returns actions; ``TaskWaiter`` performs them. The waits double up to the
/// longest that the rule allows, spread at random, and the last one ends with the time limit.
public struct AwaitMachine: Sendable {
    /// What happened.
    public enum Event: Hashable, Sendable {
        /// The task reported.
        case reported(TaskReport)
        /// Asking it did not work.
        case pollFailed(status: Int?, generation: Int, message: String)
        /// The wait is over.
        case slept
        /// Somebody interrupted the wait and said what is to become of the task.
        case interrupted(WaitInterruption.Decision)
        /// The task was asked to end; the message says why that did not work, if it did not.
        case endAnswered(problem: String?)
    }

    /// What to do.
    public enum Action: Hashable, Sendable {
        /// Wait, then say so.
        case wait(Duration)
        /// Ask the task.
        case poll
        /// Ask the task to end.
        case endTask
        /// Stop.
        case end(TaskEnding)
    }

    /// How many times in a row a poll may fail without telling anything of the task.
    private static let patience = 5

    private let rule: TaskRule
    private let timeout: Duration
    private let generation: Int
    private let startedAt: Duration
    private var delay: Duration
    private var failures = 0
    private var last: TaskReport
    private var jitter: Jitter
    private var isEnding = false

    /// A machine for one task.
    ///
    /// - Parameters:
    ///   - rule: how tasks report back.
    ///   - report: what the task said when it was accepted.
    ///   - generation: the logon session that it belongs to.
    ///   - timeout: how long it may take.
    ///   - now: the time.
    ///   - jitter: how the waits are spread.
    public init(
        rule: TaskRule,
        report: TaskReport,
        generation: Int,
        timeout: Duration,
        now: Duration,
        jitter: Jitter = .none
    ) {
        self.jitter = jitter
        self.rule = rule
        self.timeout = timeout
        self.generation = generation
        startedAt = now
        delay = rule.firstDelay
        last = report
    }

    /// What to do first.
    public mutating func start(now: Duration) -> Action { judge(last, now: now) }

    /// What to do next.
    public mutating func handle(_ event: Event, now: Duration) -> Action {
        switch event {
        case .slept: return .poll
        case .reported(let report):
            failures = 0
            return judge(report, now: now)
        case .pollFailed(let status, let generation, let message):
            if isEnding { return .end(.lost(last, .endedByRequest(isGone: isGone(status)))) }
            if let status, rule.lostStatuses.contains(status) {
                return .end(.lost(last, generation == self.generation ? .unknownToServer : .sessionRenewed))
            }
            failures += 1
            guard isTransient(status), failures <= AwaitMachine.patience else {
                return .end(.lost(last, .unreachable(message)))
            }
            return waitOrGiveUp(now: now)
        case .interrupted(.goOn): return .poll
        case .interrupted(.leave): return .end(.left(last))
        case .interrupted(.end): return .endTask
        case .endAnswered(nil):
            isEnding = true
            return .poll
        case .endAnswered(let problem?): return .end(.lost(last, .notEnded(problem)))
        }
    }

    private func isGone(_ status: Int?) -> Bool { status.map { rule.lostStatuses.contains($0) } ?? false }

    private mutating func judge(_ report: TaskReport, now: Duration) -> Action {
        last = report
        // Success="false" ends it whatever the state says; a terminal state that does not tell is no success.
        if report.succeeded == false { return .end(.failed(report)) }
        if report.isTerminal { return .end(report.succeeded == true ? .finished(report) : .failed(report)) }
        if isEnding { return .end(.lost(report, .endedByRequest(isGone: false))) }
        return waitOrGiveUp(now: now)
    }

    private mutating func waitOrGiveUp(now: Duration) -> Action {
        let left = startedAt + timeout - now
        guard left > .zero else { return .end(.timedOut(last, after: now - startedAt)) }
        // The look at the limit itself comes on time, so that the limit is what it says.
        let wait = delay < left ? min(jitter.spread(delay), left) : left
        delay = min(delay * 2, rule.maxDelay)
        return .wait(wait)
    }

    /// Whether asking again may bring an answer: nothing came, or the server was busy.
    private func isTransient(_ status: Int?) -> Bool { status.map { [429, 502, 503, 504].contains($0) } ?? true }
}
