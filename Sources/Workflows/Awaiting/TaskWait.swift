// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient

/// One wait for a task, a step at a time: whoever drives it may look around between two steps.
struct TaskWait {
    /// Counts among those who hear the bell, as long as it lives.
    private final class Attendance: Sendable {
        private let bell: InterruptBell

        init(_ bell: InterruptBell) {
            self.bell = bell
            bell.attend()
        }

        deinit { bell.leave() }
    }

    private let waiter: TaskWaiter
    private let rule: TaskRule
    private var machine: AwaitMachine
    private var action: AwaitMachine.Action?
    private var task: Resource
    private var report: TaskReport
    private let attendance: Attendance?

    init(_ waiter: TaskWaiter, for task: Resource, rule: TaskRule, generation: Int, timeout: Duration) {
        self.waiter = waiter
        self.rule = rule
        self.task = task
        report = rule.read(task)
        machine = AwaitMachine(
            rule: rule,
            report: report,
            generation: generation,
            timeout: timeout,
            now: waiter.time.now(),
            jitter: waiter.jitter
        )
        attendance = waiter.interruption.map { Attendance($0.bell) }
    }

    /// Waits once, asks once, or tells how it ended; nil if it did not end yet.
    ///
    /// - Throws: `CancellationError` when the caller's task is cancelled.
    mutating func advance() async throws -> TaskWaiter.Result? {
        guard let action else {
            waiter.onReport?(report)
            self.action = machine.start(now: waiter.time.now())
            return nil
        }
        let event: AwaitMachine.Event
        switch action {
        case .end(let ending): return result(ending)
        case .wait(let duration): event = try await pause(duration)
        case .endTask: event = .endAnswered(problem: try await end())
        case .poll:
            guard let link = task.selfLink else { return result(.lost(report, .withoutLink)) }
            event = try await ask(link)
        }
        self.action = machine.handle(event, now: waiter.time.now())
        return nil
    }

    private func result(_ ending: TaskEnding) -> TaskWaiter.Result {
        let rels = rule.resultRels
        return TaskWaiter.Result(ending: ending, task: task, results: task.links.filter { rels.contains($0.rel) })
    }

    private mutating func ask(_ link: Link) async throws -> AwaitMachine.Event {
        switch try await poll(link) {
        case .success(let polled):
            task = polled
            let next = rule.read(polled)
            if next.state != report.state || next.isTerminal { waiter.onReport?(next) }
            report = next
            return .reported(next)
        case .failure(let failure):
            return .pollFailed(status: failure.status, generation: failure.generation, message: failure.message)
        }
    }

    /// Waits until the time is over or somebody wants to be heard.
    private func pause(_ duration: Duration) async throws -> AwaitMachine.Event {
        guard let interruption = waiter.interruption else {
            try await waiter.time.sleep(duration)
            return .slept
        }
        let bell = interruption.bell
        let time = waiter.time
        if !bell.isRung {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await time.sleep(duration) }
                group.addTask { await bell.listen() }
                try await group.next()
                group.cancelAll()
            }
            try Task.checkCancellation()
        }
        return bell.isRung ? .interrupted(await interruption.decide(report)) : .slept
    }

    /// Follows the link by which a task is ended; returns why it did not work, if it did not.
    private func end() async throws -> String? {
        guard let rel = rule.cancel else { return "The API has no link for it." }
        let begin = waiter.time.now()
        do {
            let link = try LinkSelector(rel: rel).selectOne(in: task)
            let answer = try await waiter.client.follow(link)
            waiter.onHop?(RunHop(link: link, status: answer.status, elapsed: waiter.time.now() - begin))
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

    private func poll(_ link: Link) async throws -> Swift.Result<Resource, PollFailure> {
        let begin = waiter.time.now()
        do {
            let answer = try await waiter.client.follow(link)
            waiter.onHop?(RunHop(link: link, status: answer.status, elapsed: waiter.time.now() - begin))
            if let task = answer.resource, rule.isTask(task) { return .success(task) }
            let root = answer.resource?.name ?? "nothing"
            return .failure(
                PollFailure(status: answer.status, generation: answer.generation, message: "It answered with \(root).")
            )
        } catch let error as any ActionableError {
            try Task.checkCancellation()
            let status = (error as? ClientError)?.status
            waiter.onHop?(RunHop(link: link, status: status, elapsed: waiter.time.now() - begin))
            return .failure(
                PollFailure(status: status, generation: await waiter.client.sessionGeneration, message: error.message)
            )
        }
    }
}
