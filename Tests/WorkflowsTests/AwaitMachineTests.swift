// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import Testing
import Workflows

/// When a task is asked, and when asking ends; time is a number here.
@Suite struct AwaitMachineTests {
    private static let rule: TaskRule = {
        var rule = TaskRule(
            elements: ["Task"],
            state: "State",
            terminalStates: ["Finished"],
            success: "Result.Success",
            message: "Result.Message",
            operation: "Operation",
            id: "TaskId",
            resultRels: ["Related"]
        )
        rule.lostStatuses = [404, 500]
        rule.firstDelay = .milliseconds(100)
        rule.maxDelay = .seconds(3)
        return rule
    }()

    private static func report(_ state: String, _ succeeded: Bool? = nil) -> TaskReport {
        TaskReport(
            id: "task-1",
            operation: "CloneJob",
            state: state,
            isTerminal: state == "Finished",
            succeeded: succeeded,
            message: nil
        )
    }

    private func machine(timeout: Duration = .seconds(60), jitter: Jitter = .none) -> AwaitMachine {
        AwaitMachine(
            rule: Self.rule,
            report: Self.report("Running"),
            generation: 1,
            timeout: timeout,
            now: .zero,
            jitter: jitter
        )
    }

    /// Lets a task answer with these events in turn, and returns how it ended with the waits before.
    private func play(
        _ events: [AwaitMachine.Event],
        timeout: Duration = .seconds(60),
        jitter: Jitter = .none
    ) -> (ending: TaskEnding?, waits: [Duration]) {
        var machine = machine(timeout: timeout, jitter: jitter)
        var now = Duration.zero
        var waits: [Duration] = []
        var events = events[...]
        var action = machine.start(now: now)
        for _ in 0..<1000 {
            switch action {
            case .end(let ending): return (ending, waits)
            case .wait(let duration):
                waits.append(duration)
                now += duration
                action = machine.handle(.slept, now: now)
            case .poll:
                let event = events.popFirst() ?? .reported(Self.report("Running"))
                action = machine.handle(event, now: now)
            case .endTask:
                action = machine.handle(events.popFirst() ?? .endAnswered(problem: nil), now: now)
            }
        }
        return (nil, waits)
    }

    @Test func waitsDoubleUpToTheLongest() {
        let events = Array(repeating: AwaitMachine.Event.reported(Self.report("Running")), count: 7)
        let (ending, waits) = play(events + [.reported(Self.report("Finished", true))])
        #expect(ending == .finished(Self.report("Finished", true)))
        #expect(
            waits == [.milliseconds(100), .milliseconds(200), .milliseconds(400), .milliseconds(800)]
                + [.milliseconds(1600), .seconds(3), .seconds(3), .seconds(3)]
        )
    }

    @Test func aTaskThatIsFinishedAlreadyIsNotAsked() {
        var machine = AwaitMachine(
            rule: Self.rule,
            report: Self.report("Finished", true),
            generation: 1,
            timeout: .seconds(1),
            now: .zero
        )
        #expect(machine.start(now: .zero) == .end(.finished(Self.report("Finished", true))))
    }

    /// `OperationFinished` is no end although it tells of success; an unknown state is none either.
    @Test(arguments: ["OperationFinished", "Pending", ""]) func otherStatesGoOn(_ state: String) {
        let (ending, waits) = play([.reported(Self.report(state, true)), .reported(Self.report("Finished", true))])
        #expect(ending == .finished(Self.report("Finished", true)))
        #expect(waits.count == 2)
    }

    @Test(arguments: [report("Finished", false), report("Finished", nil), report("Running", false)])
    func withoutSuccessItFailed(_ report: TaskReport) {
        #expect(play([.reported(report)]).ending == .failed(report))
    }

    @Test(arguments: [0, 1, 7, 60, 300]) func theTimeLimitFires(_ seconds: Int) {
        let (ending, waits) = play([], timeout: .seconds(seconds))
        #expect(ending == .timedOut(Self.report("Running"), after: .seconds(seconds)))
        #expect(waits.reduce(.zero, +) == .seconds(seconds))
    }

    @Test func theLastLookComesWithTheTimeLimit() {
        // 100 + 200 + 400 ms, then 300 ms are left of the second.
        let running = AwaitMachine.Event.reported(Self.report("Running"))
        let done = AwaitMachine.Event.reported(Self.report("Finished", true))
        let (ending, waits) = play([running, running, running, done], timeout: .seconds(1))
        #expect(ending == .finished(Self.report("Finished", true)))
        #expect(waits.last == .milliseconds(300))
    }

    @Test(arguments: [404, 500]) func aLostTaskSaysWhichSession(_ status: Int) {
        let same = AwaitMachine.Event.pollFailed(status: status, generation: 1, message: "gone")
        #expect(play([same]).ending == .lost(Self.report("Running"), .unknownToServer))
        let renewed = AwaitMachine.Event.pollFailed(status: status, generation: 2, message: "gone")
        #expect(play([renewed]).ending == .lost(Self.report("Running"), .sessionRenewed))
    }

    @Test(arguments: [nil, 429, 502, 503, 504]) func aPollThatTellsNothingIsRepeated(_ status: Int?) {
        let failure = AwaitMachine.Event.pollFailed(status: status, generation: 1, message: "away")
        let done = AwaitMachine.Event.reported(Self.report("Finished", true))
        #expect(
            play([failure, failure, failure, failure, failure, done]).ending == .finished(Self.report("Finished", true))
        )
        let six = Array(repeating: failure, count: 6)
        #expect(play(six + [done]).ending == .lost(Self.report("Running"), .unreachable("away")))
    }

    @Test(arguments: [400, 401, 403]) func arefusedPollEndsAtOnce(_ status: Int) {
        let failure = AwaitMachine.Event.pollFailed(status: status, generation: 1, message: "no")
        let (ending, waits) = play([failure])
        #expect(ending == .lost(Self.report("Running"), .unreachable("no")))
        #expect(waits.count == 1)
    }

    // MARK: Spread waits

    @Test func spreadWaitsStayWithinTheirBounds() {
        var jitter = Jitter(seed: 1)
        let waits = (0..<1000).map { _ in jitter.spread(.seconds(2)) }
        #expect(waits.allSatisfy { $0 >= .seconds(1) && $0 <= .seconds(2) })
        // Spread over all of it, not bunched up somewhere.
        #expect(Set(waits.map { Int(($0 - .seconds(1)) / .milliseconds(100)) }).isSuperset(of: 0...9))
        var same = Jitter(seed: 1)
        #expect((0..<1000).map { _ in same.spread(.seconds(2)) } == waits)
        var other = Jitter(seed: 2)
        #expect((0..<1000).map { _ in other.spread(.seconds(2)) } != waits)
        var none = Jitter.none
        #expect(none.spread(.seconds(2)) == .seconds(2))
    }

    @Test(arguments: [1, 7, 60, 300], [UInt64(1), 2, 3]) func spreadWaitsMoveNoLimit(_ seconds: Int, _ seed: UInt64) {
        let (ending, waits) = play([], timeout: .seconds(seconds), jitter: Jitter(seed: seed))
        #expect(ending == .timedOut(Self.report("Running"), after: .seconds(seconds)))
        #expect(waits.reduce(.zero, +) == .seconds(seconds))
        #expect(waits.allSatisfy { $0 <= .seconds(3) })
    }

    // MARK: Interruptions

    @Test func whoeverGoesOnLooksAtOnce() {
        var machine = machine()
        #expect(machine.start(now: .zero) == .wait(.milliseconds(100)))
        #expect(machine.handle(.interrupted(.goOn), now: .milliseconds(10)) == .poll)
        let done = Self.report("Finished", true)
        #expect(machine.handle(.reported(done), now: .milliseconds(20)) == .end(.finished(done)))
    }

    @Test func whoeverLeavesLeavesAtOnce() {
        var machine = machine()
        _ = machine.start(now: .zero)
        #expect(machine.handle(.interrupted(.leave), now: .zero) == .end(.left(Self.report("Running"))))
    }

    @Test func whoeverEndsItLooksWhatIsThere() {
        let endings: [(AwaitMachine.Event, TaskEnding)] = [
            (
                .pollFailed(status: 500, generation: 1, message: "gone"),
                .lost(Self.report("Running"), .endedByRequest(isGone: true))
            ),
            (
                .pollFailed(status: nil, generation: 1, message: "away"),
                .lost(Self.report("Running"), .endedByRequest(isGone: false))
            ),
            (
                .reported(Self.report("Running")),
                .lost(Self.report("Running"), .endedByRequest(isGone: false))
            ),
            // It had ended by itself meanwhile, and says how.
            (.reported(Self.report("Finished", true)), .finished(Self.report("Finished", true))),
            (.reported(Self.report("Finished", false)), .failed(Self.report("Finished", false))),
        ]
        for (event, ending) in endings {
            var machine = machine()
            _ = machine.start(now: .zero)
            #expect(machine.handle(.interrupted(.end), now: .zero) == .endTask)
            #expect(machine.handle(.endAnswered(problem: nil), now: .zero) == .poll)
            #expect(machine.handle(event, now: .zero) == .end(ending))
        }
        var refused = machine()
        _ = refused.start(now: .zero)
        _ = refused.handle(.interrupted(.end), now: .zero)
        #expect(
            refused.handle(.endAnswered(problem: "no"), now: .zero)
                == .end(.lost(Self.report("Running"), .notEnded("no")))
        )
    }
}
