// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// A world with a journal, in which one process after the other tries to do the same run.
struct CrashLaboratory {
    let crash: CrashCase
    let workflow: Workflow
    let time = HandTime()
    let simulator: SimulatorTransport
    let journal: any RunJournal
    /// The secret inputs with which the run goes on.
    var secrets: [String: String]
    private let configuration: SimulatorConfiguration

    static let run = "crash"
    /// Read once: it takes longer than a run.
    private static let catalogue = Result { try WorkflowCatalog.enterpriseManager() }
    private static let schema = Result { try Schema.enterpriseManager() }

    init(
        _ crash: CrashCase,
        journal: any RunJournal,
        opaque: Bool = false,
        _ change: (inout SimulatorConfiguration) -> Void = { _ in }
    ) throws {
        secrets = crash.secrets
        self.crash = crash
        self.journal = journal
        workflow = try Self.catalogue.get().workflow(crash.workflow)
        configuration = SimulatorConfiguration {
            $0.opaqueURLs = opaque
            $0.effectDelay = .seconds(2)
            change(&$0)
        }
        let time = time
        simulator = SimulatorTransport(configuration: configuration, now: { time.request() })
    }

    /// What a process came to.
    enum End {
        case result(RunResult)
        case error(any Error)

        var result: RunResult? {
            if case .result(let result) = self { return result }
            return nil
        }
    }

    /// A process that begins the run.
    func begin(_ life: Life, _ transport: MortalTransport, logsOff: Bool) async throws -> End {
        try await process(life, transport, logsOff: logsOff) { runner in
            try await runner.run(workflow, inputs: crash.inputs, run: Self.run)
        }
    }

    /// A process that goes on with the run, or begins it if nothing is known of it.
    func goOn(_ life: Life, _ transport: MortalTransport, logsOff: Bool = true) async throws -> End {
        let isKnown = try await !journal.entries(of: Self.run).isEmpty
        return try await process(life, transport, logsOff: logsOff) { runner in
            if isKnown { return try await runner.resume(Self.run, workflow: workflow, secrets: secrets) }
            return try await runner.run(workflow, inputs: crash.inputs, run: Self.run)
        }
    }

    private func process(
        _ life: Life,
        _ transport: MortalTransport,
        logsOff: Bool,
        _ body: @escaping @Sendable (WorkflowRunner) async throws -> RunResult
    ) async throws -> End {
        let client = HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(simulator.entry),
            transport: transport,
            credentials: Credentials(user: configuration.user, password: configuration.password),
            options: ClientOptions(schema: try Self.schema.get()),
            time: time.source(of: life)
        )
        let runner = WorkflowRunner(
            client: client,
            journal: MortalJournal(inner: journal, life: life),
            wallClock: time.wallClock,
            // Points are counted in one life and aimed at in another: both must wait alike.
            jitter: Jitter(seed: 7)
        )
        do {
            guard logsOff else {
                try await client.logOn()
                return .result(try await body(runner))
            }
            return .result(try await HypermediaClient.withSession(client) { _ in try await body(runner) })
        } catch {
            return .error(error)
        }
    }

    /// How many effects there are when all is over.
    var effects: Int { get throws { try crash.effects(simulator.snapshot) } }

    /// How many writes the server accepted.
    var accepted: Int {
        simulator.log.writes.filter { write in
            let isLasting = crash.lasting.isEmpty || (write.resource ?? write.path).contains(crash.lasting)
            return isLasting && (200...299).contains(write.status ?? 0)
        }.count
    }

    /// Whether the journal holds a write that may have been sent and whose end it does not know.
    var isInDoubt: Bool {
        get async throws {
            let record = RunRecord(try await journal.entries(of: Self.run))
            return record?.effectiveWrites.contains { $0.fate == .unknown } ?? false
        }
    }

    /// Expects that the run has ended as it should, and that the effect is there exactly once.
    func expectGoodEnd(_ end: End, wasInDoubt: Bool, _ what: String) throws {
        guard let result = end.result else {
            Issue.record("\(crash), \(what): \(end)")
            return
        }
        let effects = try effects
        if crash.isConclusive || !wasInDoubt {
            #expect(result.outcome == .changed, "\(crash), \(what): \(result.outcome) \(result.message)")
            #expect(effects == 1, "\(crash), \(what): \(result.outcome) \(result.message)")
            #expect(accepted == 1, "\(crash), \(what)")
        } else {
            #expect(result.outcome == .unknown, "\(crash), \(what): \(result.outcome) \(result.message)")
            #expect(effects <= 1, "\(crash), \(what): \(result.message)")
            #expect(accepted <= 1, "\(crash), \(what)")
        }
        #expect(simulator.log.madeUp.isEmpty)
    }
}
