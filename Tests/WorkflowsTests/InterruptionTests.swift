// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Synchronization
import Testing

@testable import Workflows

/// What becomes of a task when somebody interrupts the wait for it.
@Suite struct InterruptionTests {
    static let inputs = ["job": "Nightly", "name": "Nightly 2", "repository": "Backup Vol 01"]

    /// Clones a job; the bell rings when the task says that it is running.
    private func clone(
        _ format: DocumentFormat,
        deciding decision: WaitInterruption.Decision,
        _ change: (inout SimulatorConfiguration) -> Void = { _ in }
    ) async throws -> (laboratory: Laboratory, result: RunResult, asked: Int) {
        let laboratory = try Laboratory(accept: format, change)
        let bell = InterruptBell()
        let asked = Mutex(0)
        let events = laboratory.events
        let runner = WorkflowRunner(
            client: laboratory.client,
            journal: laboratory.journal,
            interruption: WaitInterruption(bell: bell) { report in
                asked.withLock { $0 += 1 }
                #expect(report.state == "Running")
                if decision == .goOn { bell.calm() }
                return decision
            },
            onEvent: { event in
                events.add(event)
                if event.event == .task, event.state == "Running", asked.withLock({ $0 }) == 0 { bell.ring() }
            }
        )
        let workflow = try WorkflowCatalog.enterpriseManager().workflow("clone-job")
        let result = try await HypermediaClient.withSession(laboratory.client) { _ in
            try await runner.run(workflow, inputs: Self.inputs)
        }
        #expect(!bell.isHeard)
        return (laboratory, result, asked.withLock { $0 })
    }

    private func clones(in laboratory: Laboratory) throws -> Int {
        let jobs = try laboratory.transport.look(LinkStep("Down", "JobReferenceList"))
        return jobs.items.count { $0["Name"] == "Nightly 2" }
    }

    @Test(arguments: [DocumentFormat.xml, .json]) func theWaitGoesOn(_ format: DocumentFormat) async throws {
        let (laboratory, result, asked) = try await clone(format, deciding: .goOn)
        #expect(asked == 1)
        #expect(result.outcome == .changed)
        #expect(try clones(in: laboratory) == 1)
    }

    @Test(arguments: [DocumentFormat.xml, .json]) func theTaskIsLeftRunning(_ format: DocumentFormat) async throws {
        let (laboratory, result, asked) = try await clone(format, deciding: .leave)
        #expect(asked == 1)
        #expect(result.outcome == .unknown)
        #expect(result.failure?.code == .interrupted)
        #expect(result.message.contains("Running"))
        #expect(laboratory.recorder.writes.count == 1)
        #expect(laboratory.transport.log.entries.last?.method == .delete, "the session was not logged off")
    }

    @Test(arguments: [DocumentFormat.xml, .json]) func theTaskIsEndedAndWhatIsThereIsRead(_ format: DocumentFormat)
        async throws
    {
        let (laboratory, result, asked) = try await clone(format, deciding: .end) {
            $0.taskDuration = .seconds(30)
        }
        #expect(asked == 1)
        let isThere = try clones(in: laboratory) == 1
        // The effect decides, not what the task was told.
        #expect(result.outcome == (isThere ? .changed : .unknown))
        #expect(result.message.contains("ended on request"), "\(result.message)")
        // Whoever ends it does not wait as long for its effect as for that of a task that ended by itself.
        #expect(laboratory.time.sleeps.reduce(.zero, +) < .seconds(6), "\(laboratory.time.sleeps)")
        #expect(laboratory.recorder.writes.filter { $0.method == .post }.count == 1)
        #expect(laboratory.transport.log.madeUp.isEmpty)
    }

    @Test func aTaskWithoutALinkToEndItIsAwaitedNoMore() async throws {
        let fault = try #require(FaultGrammar.fault("status=403@DELETE:tasks"))
        let (_, result, _) = try await clone(.xml, deciding: .end) {
            $0.faults = [fault]
            $0.taskDuration = .seconds(30)
        }
        #expect(result.message.contains("could not be ended"), "\(result.message)")
    }

    @Test func theLimitOfAWorkflowFiresByTheClockOfTheRun() async throws {
        let fault = try #require(FaultGrammar.fault("task-never-ends@POST:clone"))
        let laboratory = try Laboratory { $0.faults = [fault] }
        let runner = WorkflowRunner(client: laboratory.client, taskTimeout: .seconds(90), jitter: Jitter(seed: 7))
        let workflow = try WorkflowCatalog.enterpriseManager().workflow("clone-job")
        let result = try await HypermediaClient.withSession(laboratory.client) { _ in
            try await runner.run(workflow, inputs: Self.inputs)
        }
        #expect(result.failure?.code == .taskTimeout)
        let waited = laboratory.time.sleeps.reduce(.zero, +)
        #expect(waited <= .seconds(90) && waited > .seconds(85), "\(waited)")
        #expect(laboratory.time.sleeps.allSatisfy { $0 <= .seconds(3) })
    }

    @Test func aBellIsHeardByAllWhoListenAndByNobodyWhoLeft() async throws {
        let bell = InterruptBell()
        bell.attend()
        #expect(bell.isHeard)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<5 { group.addTask { await bell.listen() } }
            group.addTask { bell.ring() }
        }
        #expect(bell.isRung)
        bell.calm()
        #expect(!bell.isRung)
        // Whoever is cancelled returns without the bell.
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await bell.listen() }
            group.cancelAll()
        }
        #expect(!bell.isRung)
        bell.leave()
        #expect(!bell.isHeard)
    }
}
