// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing

@testable import Workflows

/// A run as a sequence.
@Suite struct RunUpdatesTests {
    static let inputs = ["job": "Nightly", "name": "Nightly 2", "repository": "Backup Vol 01"]

    private func clone() throws -> Workflow { try WorkflowCatalog.enterpriseManager().workflow("clone-job") }

    @Test(arguments: [DocumentFormat.xml, .json]) func theResultIsTheLastElement(_ format: DocumentFormat) async throws
    {
        let laboratory = try Laboratory(accept: format)
        var events: [RunEvent] = []
        var results: [RunResult] = []
        try await laboratory.client.logOn()
        for try await update in laboratory.runner().events(try clone(), inputs: Self.inputs) {
            #expect(results.isEmpty)
            switch update {
            case .event(let event): events.append(event)
            case .ended(let result): results.append(result)
            }
        }
        _ = await laboratory.client.logOff()
        #expect(results.map(\.outcome) == [.changed])
        // The same as those who are told by a closure get, in the same order.
        #expect(events == laboratory.events.all)
        #expect(events.first?.event == .runStarted)
        #expect(events.last?.event == .runFinished)
        let states = events.filter { $0.event == .task }.compactMap(\.state)
        #expect(states.first == "Running")
        #expect(states.last == "Finished")
        #expect(laboratory.recorder.writes.count == 1)
        #expect(await laboratory.journal.entries.count > 3)
    }

    /// What happens is seen when it happens, not when a step is over: a task is running while one reads that it is.
    @Test func elementsComeWhileTheTaskRuns() async throws {
        let laboratory = try Laboratory { $0.taskDuration = .seconds(60) }
        try await laboratory.client.logOn()
        var seen: [String: Duration] = [:]
        for try await update in laboratory.runner().events(try clone(), inputs: Self.inputs) {
            guard case .event(let event) = update, event.event == .task, let state = event.state else { continue }
            seen[state] = laboratory.time.now
        }
        _ = await laboratory.client.logOff()
        let running = try #require(seen["Running"])
        let finished = try #require(seen["Finished"])
        #expect(finished - running > .seconds(55))
    }

    @Test func nothingRunsBesideTheLoop() async throws {
        let laboratory = try Laboratory()
        try await laboratory.client.logOn()
        var before = laboratory.transport.log.entries.count
        let updates = laboratory.runner().events(try clone(), inputs: Self.inputs)
        var iterator = updates.makeAsyncIterator()
        #expect(laboratory.transport.log.entries.count == before)
        // Until the write is on its way, an element costs a request at the most.
        while let update = try await iterator.next() {
            let now = laboratory.transport.log.entries.count
            #expect(now - before <= 1)
            before = now
            if case .event(let event) = update, event.verb == "POST" { break }
        }
        await Task.yield()
        #expect(laboratory.transport.log.entries.count == before)
        _ = await laboratory.client.logOff()
    }

    @Test func whoeverCancelsTheLoopCancelsTheRun() async throws {
        let fault = try #require(FaultGrammar.fault("task-never-ends@POST:clone"))
        let laboratory = try Laboratory { $0.faults = [fault] }
        let workflow = try clone()
        try await laboratory.client.logOn()
        let ending = await withTaskGroup(of: (any Error)?.self) { group in
            group.addTask {
                do {
                    for try await update in laboratory.runner().events(workflow, inputs: Self.inputs) {
                        guard case .event(let event) = update, event.event == .task else { continue }
                        withUnsafeCurrentTask { $0?.cancel() }
                    }
                    return nil
                } catch {
                    return error
                }
            }
            return await group.next() ?? nil
        }
        #expect(ending is CancellationError)
        #expect(laboratory.recorder.writes.count == 1)
        let last = try #require(await laboratory.journal.entries.last)
        guard case .runSuspended = last.event else {
            Issue.record("The run was not written down as interrupted: \(last.event)")
            return
        }
        _ = await laboratory.client.logOff()
    }

    @Test func wrongInputsEndTheLoopBeforeAnythingIsSent() async throws {
        let laboratory = try Laboratory()
        try await laboratory.client.logOn()
        let before = laboratory.transport.log.entries.count
        var iterator = laboratory.runner().events(try clone(), inputs: ["no": "input"]).makeAsyncIterator()
        await #expect(throws: WorkflowError.self) { try await iterator.next() }
        if try await iterator.next() != nil { Issue.record("Something came after the end.") }
        #expect(laboratory.transport.log.entries.count == before)
        _ = await laboratory.client.logOff()
    }
}
