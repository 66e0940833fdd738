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

    private let client: HypermediaClient
    private let time: TimeSource
    private let jitter: Jitter
    private let interruption: WaitInterruption?
    private let onReport: (@Sendable (TaskReport) -> Void)?
    private let onHop: (@Sendable (RunHop) -> Void)?

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
        var task = task
        var report = rule.read(task)
        onReport?(report)
        var machine = AwaitMachine(
            rule: rule,
            report: report,
            generation: generation,
            timeout: timeout,
            now: time.now(),
            jitter: jitter
        )
        interruption?.bell.attend()
        defer { interruption?.bell.leave() }
        var action = machine.start(now: time.now())
        while true {
            let event: AwaitMachine.Event
            switch action {
            case .end(let ending):
                let rels = rule.resultRels
                return Result(ending: ending, task: task, results: task.links.filter { rels.contains($0.rel) })
            case .wait(let duration):
                try await pause(duration)
                if let interruption, interruption.bell.isRung {
                    event = .interrupted(await interruption.decide(report))
                } else {
                    event = .slept
                }
            case .endTask: event = .endAnswered(problem: try await end(task, rule: rule))
            case .poll:
                guard let link = task.selfLink else {
                    let ending = TaskEnding.lost(report, .withoutLink)
                    return Result(ending: ending, task: task, results: [])
                }
                switch try await poll(link, rule: rule) {
                case .success(let polled):
                    task = polled
                    let next = rule.read(polled)
                    if next.state != report.state || next.isTerminal { onReport?(next) }
                    report = next
                    event = .reported(next)
                case .failure(let failure):
                    event = .pollFailed(
                        status: failure.status,
                        generation: failure.generation,
                        message: failure.message
                    )
                }
            }
            action = machine.handle(event, now: time.now())
        }
    }

    /// Waits until the time is over or somebody wants to be heard.
    private func pause(_ duration: Duration) async throws {
        guard let bell = interruption?.bell else { return try await time.sleep(duration) }
        guard !bell.isRung else { return }
        let time = time
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await time.sleep(duration) }
            group.addTask { await bell.listen() }
            try await group.next()
            group.cancelAll()
        }
        try Task.checkCancellation()
    }

    /// Follows the link by which a task is ended; returns why it did not work, if it did not.
    private func end(_ task: Resource, rule: TaskRule) async throws -> String? {
        guard let rel = rule.cancel else { return "The API has no link for it." }
        let begin = time.now()
        do {
            let link = try LinkSelector(rel: rel).selectOne(in: task)
            let answer = try await client.follow(link)
            onHop?(RunHop(link: link, status: answer.status, elapsed: time.now() - begin))
            return nil
        } catch let error as any ActionableError {
            try Task.checkCancellation()
            return error.message
        }
    }

    private struct PollFailure: Error {
        let status: Int?
        let generation: Int
        let message: String
    }

    private func poll(_ link: Link, rule: TaskRule) async throws -> Swift.Result<Resource, PollFailure> {
        let begin = time.now()
        do {
            let answer = try await client.follow(link)
            onHop?(RunHop(link: link, status: answer.status, elapsed: time.now() - begin))
            if let task = answer.resource, rule.isTask(task) { return .success(task) }
            let root = answer.resource?.name ?? "nothing"
            return .failure(
                PollFailure(status: answer.status, generation: answer.generation, message: "It answered with \(root).")
            )
        } catch let error as any ActionableError {
            try Task.checkCancellation()
            let status = (error as? ClientError)?.status
            onHop?(RunHop(link: link, status: status, elapsed: time.now() - begin))
            return .failure(
                PollFailure(status: status, generation: await client.sessionGeneration, message: error.message)
            )
        }
    }
}
