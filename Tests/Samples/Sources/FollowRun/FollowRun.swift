// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Workflows

/// Follows a run as it goes, and decides what becomes of a task that takes too long.
@main
enum FollowRun {
    static func main() async throws {
        let configuration = SimulatorConfiguration()
        let simulator = SimulatorTransport(configuration: configuration, clock: ContinuousClock())
        let client = HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(simulator.entry),
            transport: simulator,
            credentials: Credentials(user: configuration.user, password: configuration.password)
        )
        try await HypermediaClient.withSession(client) { _ in
            try await follow(client)
            try await interrupt(client)
        }
    }

    static func follow(_ client: HypermediaClient) async throws {
        let workflow = try WorkflowCatalog.enterpriseManager().workflow("start-job")
        let runner = WorkflowRunner(client: client)
        for try await update in runner.events(workflow, inputs: ["job": "Nightly"]) {
            switch update {
            case .event(let event): print(event.event.rawValue, event.step ?? "-", event.state ?? "")
            case .ended(let result): print(result.outcome, result.message)
            }
        }
    }

    static func interrupt(_ client: HypermediaClient) async throws {
        let workflow = try WorkflowCatalog.enterpriseManager().workflow("start-job")
        let bell = InterruptBell()
        let runner = WorkflowRunner(
            client: client,
            taskTimeout: .seconds(600),
            interruption: WaitInterruption(bell: bell) { report in
                print("interrupted while", report.state)
                return .leave
            }
        )
        for try await update in runner.events(workflow, inputs: ["job": "SQL Servers"]) {
            if case .event(let event) = update, event.event == .task { bell.ring() }
            if case .ended(let result) = update { print(result.outcome, result.message) }
        }
    }
}
