// SPDX-License-Identifier: Apache-2.0

public import Hypermedia
public import HypermediaClient

/// Waits for work that a server accepted, by asking its task until it ends.
///
/// ```swift
/// let ending = try await TaskWaiter(client: client).wait(for: answer, timeout: .seconds(300))
/// ```
public struct TaskWaiter: Sendable {
    /// How waiting ended, and the task as it was seen last.
    public struct Result: Sendable {
        /// How it ended.
        public let ending: TaskEnding
        /// The task as it was seen last, with its links to what it brought about.
        public let task: Resource
        /// The links to what it brought about; some tasks have none.
        public let results: [Link]
    }

    let client: HypermediaClient
    let time: TimeSource
    let jitter: Jitter
    let interruption: WaitInterruption?
    let onReport: (@Sendable (TaskReport) -> Void)?
    let onHop: (@Sendable (RunHop) -> Void)?

    /// A waiter.
    ///
    /// - Parameters:
    ///   - client: the connection that the task belongs to.
    ///   - time: by which clock it waits; nil for that of the client.
    ///   - jitter: how its waits are spread.
    ///   - interruption: who may decide otherwise while it waits; nil for nobody.
    ///   - onReport: told whenever the state changes.
    ///   - onHop: told of every request.
    public init(
        client: HypermediaClient,
        time: TimeSource? = nil,
        jitter: Jitter = .random,
        interruption: WaitInterruption? = nil,
        onReport: (@Sendable (TaskReport) -> Void)? = nil,
        onHop: (@Sendable (RunHop) -> Void)? = nil
    ) {
        self.client = client
        self.time = time ?? client.time
        self.jitter = jitter
        self.interruption = interruption
        self.onReport = onReport
        self.onHop = onHop
    }

    /// Waits for the task that an answer holds; nil if it holds none, because the work is done already.
    ///
    /// - Throws: `CancellationError` when the caller's task is cancelled.
    public func wait(for answer: Answer, timeout: Duration = .seconds(300)) async throws -> Result? {
        guard let rule = client.profile.task, let task = answer.resource, rule.isTask(task) else { return nil }
        return try await wait(for: task, rule: rule, generation: answer.generation, timeout: timeout)
    }

    func wait(for task: Resource, rule: TaskRule, generation: Int, timeout: Duration) async throws -> Result {
        var wait = TaskWait(self, for: task, rule: rule, generation: generation, timeout: timeout)
        while true {
            if let result = try await wait.advance() { return result }
        }
    }
}
