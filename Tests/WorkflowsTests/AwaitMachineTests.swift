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

    private func machine(timeout: Duration = .seconds(60)) -> AwaitMachine {
        AwaitMachine(rule: Self.rule, report: Self.report("Running"), generation: 1, timeout: timeout, now: .zero)
    }

    /// Lets a task answer with these events in turn, and returns how it ended with the waits before.
    private func play(
        _ events: [AwaitMachine.Event],
        timeout: Duration = .seconds(60)
    ) -> (ending: TaskEnding?, waits: [Duration]) {
        var machine = machine(timeout: timeout)
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
}
