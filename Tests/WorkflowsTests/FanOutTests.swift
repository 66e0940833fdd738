// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Synchronization
import Testing

@testable import Workflows

/// One workflow for many inputs and on several servers.
@Suite struct FanOutTests {
    static let jobs = ["Nightly", "SQL Servers", "DC Replication", "Lab (disabled)"]

    private func start() throws -> Workflow { try WorkflowCatalog.enterpriseManager().workflow("start-job") }

    private func fan(
        _ laboratory: Laboratory,
        concurrency: Int = 4,
        isStopped: @escaping @Sendable () -> Bool = { false },
        onEvent: (@Sendable (RunEvent) -> Void)? = nil,
        confirm: WorkflowRunner.Confirmation? = nil
    ) -> FanOut {
        FanOut(concurrency: concurrency, isStopped: isStopped) { client, _, group in
            FanOut.Runs(
                runner: WorkflowRunner(
                    client: client,
                    journal: laboratory.journal,
                    onEvent: onEvent,
                    confirm: confirm
                ),
                origin: RunOrigin(group: group)
            )
        }
    }

    private func run(_ fan: FanOut, _ laboratory: Laboratory, _ inputs: FanOutInputs) async throws -> FanOutResult {
        try await HypermediaClient.withSession(laboratory.client) { _ in
            try await fan.run(start(), inputs: inputs, on: [.open(laboratory.client)])
        }
    }

    private func list(_ names: [String]) -> FanOutInputs { .list(names.map { ["job": $0] }) }

    @Test(arguments: [DocumentFormat.xml, .json], [1, 2, 8])
    func everyRunIsItsOwnAndTheOrderIsKept(_ format: DocumentFormat, _ concurrency: Int) async throws {
        let laboratory = try Laboratory(accept: format)
        let count = Mutex((now: 0, most: 0))
        let fan = fan(
            laboratory,
            concurrency: concurrency,
            onEvent: { event in
                count.withLock { count in
                    if event.event == .runStarted { count.now += 1 }
                    if event.event == .runFinished { count.now -= 1 }
                    count.most = max(count.most, count.now)
                }
            }
        )
        let result = try await run(fan, laboratory, list(Self.jobs))
        #expect(result.items.map { $0.inputs["job"] } == Self.jobs)
        #expect(result.items.map(\.outcome) == Array(repeating: .changed, count: 4))
        #expect(result.outcome == .changed)
        #expect(count.withLock { $0.most } <= concurrency)
        #expect(Set(result.items.compactMap(\.result?.run)).count == 4)
        // Each is written down by itself, all under one name.
        let starts = await laboratory.journal.entries.compactMap { entry -> (String, String?)? in
            guard case .runStarted(let start) = entry.event else { return nil }
            return (entry.run, start.group)
        }
        #expect(Set(starts.map(\.0)) == Set(result.items.compactMap(\.result?.run)))
        #expect(starts.allSatisfy { $0.1 == result.group })
        #expect(laboratory.transport.log.madeUp.isEmpty)
        #expect(laboratory.recorder.writes.count == 4)
    }

    @Test func runsGoAtTheSameTime() async throws {
        let laboratory = try Laboratory()
        let bell = InterruptBell()
        let arrived = Mutex(0)
        // Two must wait for each other: one after the other, they would wait for ever.
        let fan = fan(
            laboratory,
            concurrency: 2,
            confirm: { _ in
                let count = arrived.withLock { arrived in
                    arrived += 1
                    return arrived
                }
                if count == 2 { bell.ring() }
                await bell.listen()
                return true
            }
        )
        #expect(try await run(fan, laboratory, list(["Nightly", "SQL Servers"])).outcome == .changed)
    }

    @Test(arguments: [DocumentFormat.xml, .json]) func whatFailsKeepsNothingElse(_ format: DocumentFormat) async throws
    {
        let laboratory = try Laboratory(accept: format)
        let result = try await run(fan(laboratory), laboratory, list(["Nightly", "No Such Job", "SQL Servers"]))
        #expect(result.outcome == .partial)
        #expect(result.items.map(\.outcome) == [.changed, .failed, .changed])
        #expect(result.items.map { $0.failure?.code } == [nil, .itemMissing, nil])
        #expect(result.message == "3 runs: 2 changed, 1 failed.")
        #expect(result.json["outcome"] == .string("partial"))
        #expect(result.json["runs"]?.elements?.compactMap { $0["inputs"]?["job"]?.scalar }.count == 3)
    }

    @Test func whereAllFailAlikeNothingIsPartial() async throws {
        let laboratory = try Laboratory()
        let result = try await run(fan(laboratory), laboratory, .list([["job": "A"], ["job": "B"], ["no": "C"]]))
        #expect(result.outcome == .failed)
        #expect(result.items.last?.failure?.code == .unknownInput)
        #expect(laboratory.recorder.writes.isEmpty)
    }

    @Test(arguments: [DocumentFormat.xml, .json]) func aSelectionOfTheServerIsTheList(_ format: DocumentFormat)
        async throws
    {
        let laboratory = try Laboratory(accept: format)
        let inputs = FanOutInputs.each(of: try RelPath("Down:JobList/*[JobType=Backup]"), as: "job")
        let result = try await run(fan(laboratory), laboratory, inputs)
        #expect(result.items.map { $0.inputs["job"] } == ["Nightly", "SQL Servers", "Lab (disabled)"])
        #expect(result.outcome == .changed)
    }

    @Test func namesThatSeveralHaveGiveWayToIdentifiers() async throws {
        let laboratory = try Laboratory()
        try await HypermediaClient.withSession(laboratory.client) { _ in
            let inputs = FanOutInputs.each(
                of: try RelPath("Down:RepositoryReferenceList"),
                as: "repository",
                over: ["job": "Offsite Copy"]
            )
            let sets = try await inputs.make(laboratory.client)
            #expect(sets.count == 7)
            #expect(sets.allSatisfy { $0["job"] == "Offsite Copy" })
            let named = sets.compactMap { $0["repository"] }
            #expect(named.filter { $0.hasPrefix("urn:veeam:Repository:") }.count == 2)
            #expect(named.contains("Backup Vol 01"))
            #expect(!named.contains("Shared Vol"))
        }
    }

    @Test func anEmptySelectionRunsNothing() async throws {
        let laboratory = try Laboratory()
        let inputs = FanOutInputs.each(of: try RelPath("Down:JobList/*[JobType=None]"), as: "job")
        let result = try await run(fan(laboratory), laboratory, inputs)
        #expect(result.items.isEmpty)
        #expect(result.outcome == .unchanged)
        #expect(laboratory.recorder.writes.isEmpty)
    }

    @Test func aServerThatCannotBeReachedKeepsNoOther() async throws {
        let north = try Laboratory()
        let south = try Laboratory { $0.seed = 2 }
        let stranger = HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(south.transport.entry),
            transport: south.transport,
            credentials: Credentials(user: "EXAMPLE\\nobody", password: "wrong"),
            time: south.time.source
        )
        func connection(_ name: String, _ client: HypermediaClient) -> FanOutConnection {
            FanOutConnection(name: name) { body in
                try await HypermediaClient.withSession(client) { _ in try await body(client) }
            }
        }
        let result = try await fan(north).run(
            start(),
            inputs: list(["Nightly", "SQL Servers"]),
            on: [connection("south", stranger), connection("north", north.client)]
        )
        #expect(result.items.map(\.connection) == ["south", "north", "north"])
        #expect(result.items.map(\.outcome) == [.failed, .changed, .changed])
        #expect(result.items.first?.failure?.code == .logonRefused)
        #expect(result.outcome == .partial)
    }

    @Test func whatHasNotBegunDoesNotBeginAfterAStop() async throws {
        let laboratory = try Laboratory()
        let isStopped = Mutex(false)
        let fan = fan(
            laboratory,
            concurrency: 1,
            isStopped: { isStopped.withLock { $0 } },
            onEvent: { event in
                if event.event == .runFinished { isStopped.withLock { $0 = true } }
            }
        )
        let result = try await run(fan, laboratory, list(Self.jobs))
        #expect(result.items.map(\.outcome) == [.changed, .notBegun, .notBegun, .notBegun])
        #expect(result.outcome == .partial)
        #expect(laboratory.recorder.writes.count == 1)
    }
}
