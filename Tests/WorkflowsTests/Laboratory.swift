// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Synchronization
import Workflows

/// A simulated Enterprise Manager with a client that is not logged on yet, in a time made by hand.
struct Laboratory {
    let time = HandTime()
    let transport: SimulatorTransport
    let recorder: RecordingTransport
    let client: HypermediaClient
    let journal = InMemoryJournal()
    let events = Events()

    final class Events: Sendable {
        private let list = Mutex<[RunEvent]>([])
        var all: [RunEvent] { list.withLock { $0 } }
        func add(_ event: RunEvent) { list.withLock { $0.append(event) } }
    }

    init(
        accept: DocumentFormat = .xml,
        apiVersion: String? = nil,
        strict: Bool = false,
        schema: Schema? = nil,
        tenant: String? = nil,
        _ change: (inout SimulatorConfiguration) -> Void = { _ in }
    ) throws {
        let configuration = SimulatorConfiguration(change)
        let time = time
        transport = SimulatorTransport(configuration: configuration, now: { time.request() })
        recorder = RecordingTransport(transport)
        client = HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(transport.entry),
            transport: recorder,
            credentials: tenant.map { .tenant($0, password: configuration.password) }
                ?? Credentials(user: configuration.user, password: configuration.password),
            options: ClientOptions(
                accept: accept,
                apiVersion: apiVersion,
                schema: schema,
                refusesUncheckedBodies: strict
            ),
            time: time.source
        )
    }

    func runner(confirm: WorkflowRunner.Confirmation? = nil) -> WorkflowRunner {
        let events = events
        return WorkflowRunner(
            client: client,
            journal: journal,
            jitter: Jitter(seed: 7),
            onEvent: { events.add($0) },
            confirm: confirm
        )
    }

    /// Logs on, runs, logs off.
    func run(
        _ name: String,
        _ inputs: [String: String] = [:],
        confirm: WorkflowRunner.Confirmation? = nil
    ) async throws -> RunResult {
        let workflow = try WorkflowCatalog.enterpriseManager().workflow(name)
        return try await HypermediaClient.withSession(client) { _ in
            try await runner(confirm: confirm).run(workflow, inputs: inputs)
        }
    }

    func plan(_ name: String, _ inputs: [String: String] = [:]) async throws -> Plan {
        let workflow = try WorkflowCatalog.enterpriseManager().workflow(name)
        return try await HypermediaClient.withSession(client) { _ in
            try await runner().plan(workflow, inputs: inputs)
        }
    }
}
